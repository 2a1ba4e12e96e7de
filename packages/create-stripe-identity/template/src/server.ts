import { existsSync } from 'node:fs'
import { createApp } from './app.ts'
import { portTaken, readSettings } from './settings.ts'

if (existsSync('.env')) process.loadEnvFile()

try {
  const settings = readSettings(process.env)
  const { app, identity } = createApp(settings)
  const server = app.listen(settings.port, settings.host, (error?: NodeJS.ErrnoException) => {
    if (error) return fail(error.code === 'EADDRINUSE' ? portTaken(settings.port) : error.message)
    console.log(`Ready: ${settings.publicUrl}`)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      identity.release() // answers held polls
      server.close(() => void identity.close().then(() => process.exit(0)))
      // Browsers keep connections open that they may never use, so they are closed here.
      setTimeout(() => server.closeAllConnections(), 2_000).unref()
    })
  }
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}

function fail(message: string): void {
  console.error(message)
  process.exit(1)
}
