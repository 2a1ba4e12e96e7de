import { pino } from 'pino'
import { startServer } from '../app.js'
import { readConfig, warnings } from '../config.js'
import type { Env } from '../env.js'

/** Starts the server, and stops it on SIGTERM or SIGINT. */
export async function start(env: Env): Promise<void> {
  const config = readConfig(env)
  const log = pino({ level: config.logLevel })
  warnings(config, log)
  const server = await startServer(config, log).catch((error: unknown) => {
    if (Reflect.get(Object(error), 'code') === 'EADDRINUSE') throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`The server did not start: ${reason}`, { cause: error })
  })
  log.info({ url: server.url, base_path: config.basePath }, 'listening')
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping')
      void server.stop().then(() => process.exit(0))
    })
  }
}
