#!/usr/bin/env node
import { config as readDotenv } from 'dotenv'
import { pino } from 'pino'
import { startServer } from './app.js'
import { readConfig, warnings } from './config.js'
import { ConfigurationError } from './errors.js'

readDotenv({ quiet: true })

try {
  const config = readConfig(process.env)
  const log = pino({ level: config.logLevel })
  warnings(config, log)
  const server = await startServer(config, log)
  log.info({ url: server.url, base_path: config.basePath }, 'listening')
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping')
      void server.stop().then(() => process.exit(0))
    })
  }
} catch (error) {
  console.error(error instanceof ConfigurationError ? error.message : plain(error))
  process.exitCode = 1
}

function plain(error: unknown): string {
  const { code, port } = Object(error) as { code?: string; port?: number }
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken: end what listens there, or set PORT to another one.`
  return `The server did not start: ${error instanceof Error ? error.message : String(error)}`
}
