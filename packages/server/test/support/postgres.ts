import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

export interface TestDatabase {
  url: string
  /** Runs a query on this database over a new connection. */
  ask<T>(text: string, values?: unknown[]): Promise<T[]>
  drop(): Promise<void>
}

/** Creates a new database on the run's PostgreSQL. */
export async function createDatabase(): Promise<TestDatabase> {
  const answer = await fetch(inject('postgresOnDemand'))
  const server = await answer.text()
  if (!answer.ok) throw new Error(server)
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await queryOnce(server, `create database ${name}`)
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  return {
    url,
    ask: (text, values) => queryOnce(url, text, values),
    drop: async () => {
      await queryOnce(server, `drop database ${name} with (force)`)
    },
  }
}

/** Runs one query over a new connection. */
export async function queryOnce<T>(url: string, text: string, values: unknown[] = []): Promise<T[]> {
  const connection = new pg.Client(url)
  await connection.connect()
  try {
    return (await connection.query(text, values)).rows as T[]
  } finally {
    await connection.end()
  }
}
