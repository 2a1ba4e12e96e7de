// What one server carries: reads beside a bare route, held polls, durable webhooks, and how little size matters.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import autocannon from 'autocannon'
import pg from 'pg'
import { startPostgres } from '../scripts/lib/postgres.mjs'
import { deliverAll, delivery, request, timesOf } from './lib/client.mjs'
import { median, printTable } from './lib/figures.mjs'
import { holdPolls } from './lib/held-polls.mjs'
import { emptyDatabase, fillPostgres, fillSqlite, openSqlite, sessionOf, userOf } from './lib/rows.mjs'
import { startServer } from './lib/server-process.mjs'

const SECRET = 'whsec_bench'
const SMALL = 1_000
const LARGE = 1_000_000
const POLLS = 10_000
const WEBHOOKS = 3_000
const AT_ONCE = 32

const folder = mkdtempSync(join(tmpdir(), 'identity-bench-'))
const file = join(folder, 'identity.db')
const database = `sqlite:${file}`
const view = {
  id: sessionOf(1),
  status: 'requires_input',
  last_error: null,
  redaction: null,
  type: 'document',
  livemode: false,
  attempts: 0,
  attempts_left: 5,
  version: 1,
  created: 1_700_000_000,
  updated: 1_700_000_000,
}
const read = (base, index) => ({
  url: `${base}/identity/sessions/${sessionOf(index)}`,
  headers: { 'X-User': userOf(index) },
  status: 200,
})
const rows = []

try {
  await emptyDatabase(database)
  fillSqlite(file, 0, SMALL)
  let server = await startServer({ database, webhookSecret: SECRET, view })
  await reads(server.url)
  await strangers(server.url)
  await polls(server)
  await server.close()

  const few = `${database}-few`
  await emptyDatabase(few)
  fillSqlite(`${file}-few`, 0, SMALL)
  fillSqlite(file, SMALL, LARGE)
  const fewStored = await startServer({ database: few, webhookSecret: SECRET, view })
  server = await startServer({ database, webhookSecret: SECRET, view })
  await readTimes(fewStored.url, server.url)
  await fewStored.close()
  await webhooks('SQLite', server.url, sqliteCommits)
  await server.close()
  await onPostgres()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
printTable('Server', rows)

/** The same JSON from our route and from a bare one, in turns, by a load from this process. */
async function reads(base) {
  const rate = async (path) => {
    const load = { connections: AT_ONCE, duration: 4, headers: { 'X-User': userOf(1) } }
    const { requests, non2xx } = await autocannon({ url: base + path, ...load })
    if (non2xx > 0) throw new Error(`${path}: ${non2xx} answers were no success`)
    return requests.average
  }
  const [ours, bare] = [`/identity/sessions/${sessionOf(1)}`, `/bare/sessions/${sessionOf(1)}`]
  await rate(ours)
  await rate(bare)
  const measured = { ours: [], bare: [] }
  for (let round = 0; round < 3; round++) {
    measured.bare.push(await rate(bare))
    measured.ours.push(await rate(ours))
  }
  rows.push({
    figure: 'status reads',
    value: median(measured.ours),
    unit: '/s',
    peer: `bare Express route, same JSON: ${Math.round(median(measured.bare))} /s`,
    ratio: median(measured.ours) / median(measured.bare),
  })
}

/** Whether time tells a session that is not yours from one that is not there. */
async function strangers(base) {
  const as = (id) => ({
    url: `${base}/identity/sessions/${id}`,
    headers: { 'X-User': userOf(1) },
    status: 404,
  })
  const kinds = [() => as(sessionOf(2)), (round) => as(`vs_absent${round % 10}`)]
  await timesOf(300, kinds)
  const [foreign, missing] = (await timesOf(3_000, kinds)).map(median)
  rows.push({
    figure: "404 for another user's session (median)",
    value: foreign,
    unit: 'ms',
    peer: `404 for one that is not there: ${missing.toFixed(3)} ms`,
    ratio: foreign / missing,
  })
}

/** Two servers of one age, read in turns: only how much they store tells them apart. */
async function readTimes(few, many) {
  for (const base of [few, many]) {
    const { url, headers } = read(base, 1)
    await autocannon({ url, headers, connections: AT_ONCE, duration: 5 })
  }
  const kinds = [(round) => read(few, (round * 7919) % SMALL), (round) => read(many, (round * 7919) % LARGE)]
  await timesOf(300, kinds)
  const [small, large] = (await timesOf(3_000, kinds)).map(median)
  rows.push({
    figure: 'status read with 1,000,000 sessions stored (median)',
    value: large,
    unit: 'ms',
    peer: `with 1,000: ${small.toFixed(3)} ms`,
    ratio: large / small,
  })
}

async function polls(server) {
  const before = await server.memory()
  const held = await holdPolls(server.url, sessionOf(5), userOf(5), POLLS)
  let during = await server.memory()
  while (during.held < POLLS) {
    await delay(50)
    during = await server.memory()
  }
  rows.push({
    figure: `${POLLS} polls held at once, memory of each`,
    value: (during.rss - before.rss) / POLLS,
    unit: 'bytes',
  })
  const { url, ...init } = delivery(server.url, SECRET, sessionOf(5), 'processing')
  const sent = performance.now()
  const status = await request(undefined, url, init)
  const answered = performance.now()
  if (status !== 200) throw new Error(`the delivery was answered ${status}`)
  const last = await held.all
  rows.push(
    { figure: 'from a webhook to the last of them answered', value: last - sent, unit: 'ms' },
    { figure: 'of that, until the webhook itself was answered', value: answered - sent, unit: 'ms' },
  )
  held.close()
}

async function webhooks(store, base, commits) {
  const from = SMALL / 2
  const deliveries = Array.from({ length: WEBHOOKS }, (_, index) =>
    delivery(base, SECRET, sessionOf(from + index), 'processing'),
  )
  const rate = await deliverAll(deliveries, AT_ONCE)
  const own = await commits()
  rows.push({
    figure: `webhooks taken, each with its durable commit, ${store}`,
    value: rate,
    unit: '/s',
    peer: `one small durable commit after the other: ${Math.round(own)} /s`,
    ratio: rate / own,
  })
}

/** What the disk under it all gives: one small row a commit. */
async function sqliteCommits() {
  const bare = openSqlite(join(folder, 'bare.db'))
  bare.exec(
    'pragma journal_mode = wal; pragma synchronous = full; create table t (id integer primary key, text)',
  )
  const insert = bare.prepare('insert into t (text) values (?)')
  const started = performance.now()
  for (let commits = 0; commits < WEBHOOKS; commits++) insert.run('x'.repeat(400))
  const seconds = (performance.now() - started) / 1000
  bare.close()
  return WEBHOOKS / seconds
}

async function onPostgres() {
  const postgres = await startPostgres()
  const pool = new pg.Pool({ connectionString: postgres.url, max: 10 })
  // The server may be gone before the last connection's goodbye has reached it.
  pool.on('error', () => {})
  try {
    await emptyDatabase(postgres.url)
    await fillPostgres(pool, SMALL / 2 + WEBHOOKS)
    const server = await startServer({ database: postgres.url, webhookSecret: SECRET, view })
    await webhooks('PostgreSQL', server.url, async () => {
      await pool.query('create table bare (id bigserial primary key, text text)')
      const started = performance.now()
      let left = WEBHOOKS
      const worker = async () => {
        while (left-- > 0) await pool.query('insert into bare (text) values ($1)', ['x'.repeat(400)])
      }
      // As many at once as the server has connections.
      await Promise.all(Array.from({ length: 10 }, worker))
      return WEBHOOKS / ((performance.now() - started) / 1000)
    })
    await server.close()
  } finally {
    await pool.end()
    await postgres.close()
  }
}
