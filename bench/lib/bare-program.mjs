// The smallest Express program with the effects of a status read in the server's program, and started as it is. It knows
// the token by its hash, reads the row of its user, writes a log line and counts a metric. It has no errors, limits or
// other routes, so it is the limit for any such program on Express.
import { createHmac, hash } from 'node:crypto'
import { createRequire } from 'node:module'
import express from 'express'
import { OWNER_KEY, openSqlite } from './rows.mjs'

// The server's own packages.
const require = createRequire(import.meta.resolve('stripe-identity-server'))
const { pino } = require('pino')
const { Histogram, Registry } = require('prom-client')

const { DATABASE_URL, TOKEN, TOKEN_USER, VIEW } = process.env
const view = JSON.parse(VIEW)
const log = pino({ name: 'bare' })
const seconds = new Histogram({
  name: 'seconds',
  help: 'Time to answer',
  labelNames: ['method', 'route', 'status'],
  registers: [new Registry()],
})
const users = new Map([[hash('sha256', TOKEN, 'base64'), TOKEN_USER]])
const database = openSqlite(DATABASE_URL.slice('sqlite:'.length))
const ownerKey = database.prepare(OWNER_KEY).get().value
const keyOf = (user) => createHmac('sha256', ownerKey).update(user).digest('base64url')
const keys = new Map([[TOKEN_USER, keyOf(TOKEN_USER)]])
const owned = database.prepare(
  'select * from stripe_identity_sessions where livemode = 0 and user_key = ? and stripe_id = ?',
)

const app = express()
app.get('/identity/sessions/:id', (req, res) => {
  const started = performance.now()
  res.on('close', () => {
    const took = performance.now() - started
    log.info({ method: req.method, path: req.path, status: res.statusCode, took }, 'request completed')
    seconds.observe({ method: req.method, route: req.route.path, status: res.statusCode }, took / 1000)
  })
  const user = users.get(hash('sha256', req.get('Authorization').slice('Bearer '.length), 'base64'))
  const row = owned.get(keys.get(user), req.params.id)
  res.json({ ...view, id: row.stripe_id, status: row.status, version: row.version })
})
const server = app.listen(0, '127.0.0.1', () => {
  log.info({ url: `http://127.0.0.1:${server.address().port}` }, 'listening')
})
process.on('SIGTERM', () => process.exit(0))
