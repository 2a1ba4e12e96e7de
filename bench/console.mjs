// Measures the operator console: its first load, an hour of live rows, and the first rows of a search among few
// sessions and among very many, on both databases.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '../scripts/lib/postgres.mjs'
import { timesOf } from './lib/client.mjs'
import { anHourOfRows, firstLoad } from './lib/console-page.mjs'
import { manySessions } from './lib/console-rows.mjs'
import { line, report } from './lib/report.mjs'
import { emptyDatabase, openSqlite } from './lib/rows.mjs'
import { startServer } from './lib/server-process.mjs'

const SIZES = [1_000, 100_000, 1_000_000]
const ROUNDS = 30
const MIDDLE = Math.floor(Date.now() / 1000) - 45 * 86_400

const SEARCHES = {
  everything: '',
  'a page in the middle': `after=${MIDDLE}_00000000-0000-4000-8000-000000000000`,
  'a user': 'q=user-77',
  'an unknown user': 'q=nobody',
  'a status': 'status=verified',
  'a reason': 'reason=document_expired',
  'a stage': 'stage=submitted',
  'a status and a reason': 'status=requires_input&reason=document_expired',
  'a status and a reason, nothing there': 'status=verified&reason=document_expired',
  'a status, a reason and days': `status=requires_input&reason=document_expired&created[lt]=${MIDDLE}`,
  attention: 'attention=true',
  'attention and a status': 'attention=true&status=requires_input',
  'attention and a status, nothing there': 'attention=true&status=canceled',
  'attention, a status, a reason and a stage':
    'attention=true&status=requires_input&reason=consent_declined&stage=submitted',
}

const rows = []
const bytes = firstLoad()
rows.push({
  figure: 'first load, gzip, with Lit',
  value: bytes,
  unit: 'bytes',
  peer: 'budget of 35,000 bytes',
  ratio: bytes / 35_000,
})
const { before, after } = await anHourOfRows()
rows.push({
  figure: "the page's memory after an hour of live rows",
  value: after / 1e6,
  unit: 'MB',
  peer: `at its beginning: ${(before / 1e6).toFixed(2)} MB`,
  ratio: after / before,
})
await onSqlite()
await onPostgres()
report(
  'Operator console',
  rows.map(({ figure, value, unit, peer, ratio }) =>
    line({ what: figure, unit, ours: value, against: peer, ...(ratio && { peer: value / ratio }) }),
  ),
)

async function onSqlite() {
  const folder = mkdtempSync(join(tmpdir(), 'identity-bench-'))
  try {
    const databases = []
    for (const count of SIZES) {
      const path = join(folder, `${count}.db`)
      databases.push(`sqlite:${path}`)
      await emptyDatabase(`sqlite:${path}`)
      const database = openSqlite(path)
      database.exec(
        `pragma synchronous = off; pragma cache_size = -200000; ${manySessions(count, "printf('%012x', i)")}`,
      )
      database.close()
    }
    await compare('SQLite', databases)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function onPostgres() {
  const postgres = await startPostgres()
  try {
    const databases = []
    for (const count of SIZES) {
      const name = `sessions_${count}`
      const admin = new pg.Client(postgres.url)
      await admin.connect()
      await admin.query(`create database ${name}`)
      await admin.end()
      const url = new URL(postgres.url)
      url.pathname = name
      databases.push(url.href)
      await emptyDatabase(url.href)
      const database = new pg.Client(url.href)
      await database.connect()
      await database.query(manySessions(count, "lpad(to_hex(i), 12, '0')"))
      // PostgreSQL's own housekeeping does the same after so many writes.
      await database.query('vacuum analyze stripe_identity_sessions')
      await database.end()
    }
    await compare('PostgreSQL', databases)
  } finally {
    await postgres.close()
  }
}

/** All searches run in turns, on the same machine. Other work on it can only add to a time, so the shortest counts. */
async function compare(store, databases) {
  const servers = []
  for (const database of databases)
    servers.push(await startServer({ database, webhookSecret: 'whsec_bench' }))
  for (const [name, query] of Object.entries(SEARCHES)) {
    const kinds = servers.map(({ url }) => () => ({
      url: `${url}/identity/operator/search?${query}`,
      status: 200,
    }))
    const [few, more, many] = (await timesOf(ROUNDS, kinds)).map((times) => Math.min(...times))
    rows.push({
      figure: `first rows of ${name}, 1,000,000 sessions, ${store}`,
      value: many,
      unit: 'ms',
      peer: `100,000: ${more.toFixed(2)} ms (1,000: ${few.toFixed(2)} ms)`,
      ratio: many / more,
    })
  }
  for (const server of servers) await server.close()
}
