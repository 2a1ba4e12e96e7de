// The time from Stripe's webhook to the waiting page, with a held poll, with polls at fixed times, and with bare server-sent
// events. All wait at the same time, each for a session of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { request as ask } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { delivery, request } from './lib/client.mjs'
import { percentile } from './lib/figures.mjs'
import { line, report } from './lib/report.mjs'
import { emptyDatabase, fillSqlite, sessionOf, userOf } from './lib/rows.mjs'
import { startServer } from './lib/server-process.mjs'
import { VIEW } from './lib/view.mjs'

const SECRET = 'whsec_bench'
const EACH = 50
const ROUNDS = 3
/** An outcome comes at a random moment of these milliseconds, so a poll at fixed times waits half its pause on average. */
const WITHIN_MS = 10_000
const KINDS = {
  held: heldPoll,
  'a poll each second': (session) => fixedPoll(session, 1_000),
  'a poll each 3 s': (session) => fixedPoll(session, 3_000),
  'a poll each 5 s': (session) => fixedPoll(session, 5_000),
  'bare server-sent events': serverSent,
}

const folder = mkdtempSync(join(tmpdir(), 'identity-outcome-'))
const file = join(folder, 'identity.db')
const names = Object.keys(KINDS)
let base = ''
let made = 0
const found = Object.fromEntries(names.map((name) => [name, { p50: [], p99: [], requests: [] }]))
try {
  await emptyDatabase(`sqlite:${file}`)
  fillSqlite(file, 0, EACH * ROUNDS * names.length)
  const server = await startServer({ database: `sqlite:${file}`, webhookSecret: SECRET, view: VIEW })
  base = server.url
  for (let round = 0; round < ROUNDS; round++) {
    const waits = names.flatMap((name) => Array.from({ length: EACH }, () => wait(name)))
    const all = await Promise.all(waits)
    for (const name of names) {
      const own = all.filter((one) => one.name === name)
      const times = own.map(({ ms }) => ms)
      found[name].p50.push(percentile(times, 50))
      found[name].p99.push(percentile(times, 99))
      found[name].requests.push(own.reduce((sum, { requests }) => sum + requests, 0) / EACH)
    }
  }
  await server.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

const { held, ...peers } = found
report(
  `From the webhook to the page, which has waited for up to ${WITHIN_MS / 1000} s`,
  Object.entries(peers).flatMap(([against, peer]) => [
    line({ what: 'until the page shows it, p50', unit: 'ms', ours: held.p50, against, peer: peer.p50 }),
    line({ what: 'until the page shows it, p99', unit: 'ms', ours: held.p99, against, peer: peer.p99 }),
    line({ what: 'requests of one page', unit: '', ours: held.requests, against, peer: peer.requests }),
  ]),
)

/** One page that waits, and the outcome that comes at some moment. */
async function wait(name) {
  const index = made++
  const session = { id: sessionOf(index), user: userOf(index), requests: 0 }
  const page = KINDS[name](session)
  await delay(500 + Math.random() * WITHIN_MS)
  const sent = performance.now()
  const { url, ...init } =
    name === 'bare server-sent events'
      ? { url: `${base}/bare/events/${session.id}`, method: 'POST' }
      : delivery(base, SECRET, session.id, 'processing')
  const status = await request(undefined, url, init)
  if (status !== 200) throw new Error(`${url} was answered ${status}`)
  return { name, ms: (await page) - sent, requests: session.requests }
}

async function heldPoll(session) {
  while ((await read(session, '?after=1&wait=25')).version === 1);
  return performance.now()
}

async function fixedPoll(session, everyMs) {
  await delay(Math.random() * everyMs)
  while ((await read(session, '')).version === 1) await delay(everyMs)
  return performance.now()
}

async function read(session, query) {
  session.requests += 1
  const headers = { 'X-User': session.user }
  const answer = await fetch(`${base}/identity/sessions/${session.id}${query}`, { headers })
  return answer.json()
}

function serverSent(session) {
  session.requests += 1
  return new Promise((resolve, reject) => {
    const asked = ask(`${base}/bare/events/${session.id}`, { agent: false }, (answer) => {
      answer.once('data', () => {
        resolve(performance.now())
        answer.destroy()
      })
    })
    asked.on('error', reject).end()
  })
}
