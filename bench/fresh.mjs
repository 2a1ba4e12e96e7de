// Measures how many sessions in use one instance keeps fresh without webhooks: it checks each every five minutes, by pages
// of Stripe's list, within the reconciler's limit of calls.
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import express from 'express'
import { createSandbox } from 'stripe-identity-sandbox'
import { createIdentity } from 'stripe-identity-server'

import { line, report } from './lib/report.mjs'
import { openSqlite } from './lib/rows.mjs'

const SESSIONS = 3_000
const USERS_AT_ONCE = 50
/** The interval at which a session in use is checked. */
const EVERY_S = 300

const folder = mkdtempSync(join(tmpdir(), 'identity-fresh-'))
const file = join(folder, 'identity.db')
const sandbox = await createSandbox({ port: 0 })
const identity = createIdentity({
  stripe: {
    secretKey: sandbox.secretKey,
    publishableKey: sandbox.publishableKey,
    webhookSecrets: [],
    apiBase: sandbox.url,
  },
  database: `sqlite:${file}`,
  authenticate: (req) => req.get('X-User') ?? null,
  limits: { rateLimitPerMinute: 0 },
  reconcileIntervalMs: 1_000,
})
const server = createServer(express().use('/identity', identity.router)).listen(0, '127.0.0.1')
await once(server, 'listening')
const url = `http://127.0.0.1:${server.address().port}/identity/sessions`

async function open(user) {
  const headers = { 'Content-Type': 'application/json', 'X-User': user }
  const answer = await fetch(url, { method: 'POST', headers, body: '{}' })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
}
for (let first = 0; first < SESSIONS; first += USERS_AT_ONCE) {
  await Promise.all(Array.from({ length: USERS_AT_ONCE }, (_, index) => open(`user-${first + index}`)))
  await sandbox.advance(1_000)
}

const database = openSqlite(file)
await fetch(`${sandbox.url}/_sandbox/requests`, { method: 'DELETE' })
const started = performance.now()
database.prepare('update stripe_identity_sessions set look_at = 0').run()
const left = database.prepare('select count(*) as many from stripe_identity_sessions where look_at = 0')
while (left.get().many > 0) await delay(100)
const seconds = (performance.now() - started) / 1000
const { data: calls } = await (await fetch(`${sandbox.url}/_sandbox/requests`)).json()

report(`Sessions in use that one instance keeps fresh, without webhooks (${SESSIONS} due at once)`, [
  line({ what: 'until all were checked', unit: 's', ours: seconds }),
  line({
    ...{ what: 'sessions per call to Stripe', unit: 'sessions', ours: SESSIONS / calls.length },
    ...{ against: 'one retrieve per session', peer: 1 },
  }),
  line({
    ...{ what: `kept fresh, each every ${EVERY_S / 60} minutes`, unit: 'sessions' },
    ours: (SESSIONS / seconds) * EVERY_S,
  }),
])

database.close()
await identity.close()
server.closeAllConnections()
server.close()
await sandbox.close()
rmSync(folder, { recursive: true, force: true })
