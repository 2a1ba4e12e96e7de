import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { type PostgresServer, startPostgres } from '../../../../scripts/lib/postgres.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** A URL that returns the URL of the run's PostgreSQL. */
    postgresOnDemand: string
  }
}

/** Provides one PostgreSQL for all test files of a run, started on first use. */
export default async function setup({ provide }: TestProject) {
  let starting: Promise<PostgresServer> | undefined
  const desk = createServer((_req, res) => {
    starting ??= start()
    starting.then(
      ({ url }) => res.end(url),
      (error: Error) => res.writeHead(500).end(error.message),
    )
  }).listen(0, '127.0.0.1')
  await once(desk, 'listening')
  provide('postgresOnDemand', `http://127.0.0.1:${(desk.address() as AddressInfo).port}`)
  return async () => {
    desk.close()
    desk.closeAllConnections()
    await (await starting?.catch(() => undefined))?.close()
  }
}

/** Nothing outlives the run, so nothing waits for the disk: tests create and drop hundreds of databases. */
async function start(): Promise<PostgresServer> {
  const server = await startPostgres()
  const connection = new pg.Client(server.url)
  await connection.connect()
  await connection.query('alter system set fsync = off')
  await connection.query('select pg_reload_conf()')
  await connection.end()
  return server
}
