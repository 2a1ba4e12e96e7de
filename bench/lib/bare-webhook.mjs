import { createRequire } from 'node:module'
import express from 'express'
import pg from 'pg'
import { openSqlite } from './rows.mjs'

// The server's own `stripe` package.
const require = createRequire(import.meta.resolve('stripe-identity-server'))

/** As many connections as the server has. */
export const CONNECTIONS = 10

/**
 * The smallest Express route that takes a webhook durably: the official package checks the signature, and one row with
 * the event is committed. It compares no state, so it is the limit for any server on Express.
 */
export function bareWebhook(database, secret) {
  const Stripe = require('stripe')
  const stripe = new Stripe('sk_test_bench')
  let save
  return [
    express.raw({ type: () => true }),
    async (req, res) => {
      const event = stripe.webhooks.constructEvent(req.body, req.get('Stripe-Signature'), secret)
      save ??= opened(database)
      await (await save)(event.id, JSON.stringify(event))
      res.json({ received: true })
    },
  ]
}

/** Resolves to a function that commits one row. */
async function opened(database) {
  if (database.startsWith('sqlite:')) {
    const file = openSqlite(`${database.slice('sqlite:'.length)}-bare`)
    file.exec('pragma journal_mode = wal; pragma synchronous = full')
    file.exec('create table bare_events (id text primary key, event text)')
    const insert = file.prepare('insert into bare_events values (?, ?)')
    return (...row) => insert.run(...row)
  }
  const pool = new pg.Pool({ connectionString: database, max: CONNECTIONS })
  // The database may end before the last connection has closed.
  pool.on('error', () => {})
  await pool.query('create table bare_events (id text primary key, event text)')
  return (...row) => pool.query('insert into bare_events values ($1, $2)', row)
}
