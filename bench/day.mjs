// A day's traffic by the sandbox's clock: compares the server's memory at the end with its memory after the warm-up.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createSandbox } from 'stripe-identity-sandbox'
import { freePort } from '../scripts/lib/free-port.mjs'
import { line, report } from './lib/report.mjs'
import { startServer } from './lib/server-process.mjs'
import { VIEW } from './lib/view.mjs'

const HOURS = 24
const USERS_AN_HOUR = 60
const HOUR_MS = 3_600_000
/** The warm-up, in which caches fill and code is compiled. */
const WARM_AFTER = 8

const folder = mkdtempSync(join(tmpdir(), 'identity-day-'))
const port = await freePort()
const sandbox = await createSandbox({ port: 0, forwardTo: `http://127.0.0.1:${port}/identity/webhook` })
const server = await startServer({
  ...{ database: `sqlite:${join(folder, 'identity.db')}`, webhookSecret: sandbox.webhookSecret, view: VIEW },
  ...{ apiBase: sandbox.url, port },
})
const megabytes = []
try {
  for (let hour = 0; hour < HOURS; hour++) {
    for (let user = 0; user < USERS_AN_HOUR; user += 20) {
      await Promise.all(
        Array.from({ length: 20 }, (_, index) => verification(`user-${hour}-${user + index}`)),
      )
    }
    await sandbox.advance(HOUR_MS)
    megabytes.push((await server.memory()).heap / 1e6)
  }
} finally {
  await server.close()
  await sandbox.close()
  rmSync(folder, { recursive: true, force: true })
}
const lastHours = megabytes.slice(-3)
report(
  `A day of ${HOURS * USERS_AN_HOUR} verifications by the sandbox's clock, each with polls and webhooks`,
  [
    line({
      ...{
        what: 'heap of the server after garbage collection, last three hours',
        unit: 'MB',
        ours: lastHours,
      },
      ...{ against: 'three hours after the warm-up', peer: megabytes.slice(WARM_AFTER - 3, WARM_AFTER) },
      aim: 'at most 1.1',
    }),
  ],
)

/** From the click to the outcome, with a held poll that sees it. */
async function verification(user) {
  const headers = { 'X-User': user, 'Content-Type': 'application/json' }
  const base = `http://127.0.0.1:${port}/identity/sessions`
  const opened = await (await fetch(base, { method: 'POST', headers, body: '{}' })).json()
  await sandbox.submit(opened.id, {
    outcome: Math.random() < 0.8 ? 'verified' : 'unverified',
    processing_ms: 0,
  })
  for (let seen = opened; ; ) {
    if (seen.status === 'verified' || seen.last_error !== null) return
    seen = await (await fetch(`${base}/${opened.id}?after=${seen.version}&wait=10`, { headers })).json()
    await delay(1)
  }
}
