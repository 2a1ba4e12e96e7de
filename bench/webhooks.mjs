// Webhooks that are taken, each with its durable commit, beside what the store itself commits in the same minutes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '../scripts/lib/postgres.mjs'
import { deliverAll, delivery } from './lib/client.mjs'
import { line, report } from './lib/report.mjs'
import { emptyDatabase, fillPostgres, fillSqlite, openSqlite, sessionOf } from './lib/rows.mjs'
import { startServer } from './lib/server-process.mjs'
import { VIEW } from './lib/view.mjs'

const SECRET = 'whsec_bench'
const EACH_ROUND = 1_000
const ROUNDS = 5
const AT_ONCE = 32
/** As many as the server has connections to PostgreSQL. */
const CONNECTIONS = 10
const SESSIONS = EACH_ROUND * (ROUNDS + 1)
const ROW = 'x'.repeat(400)

const folder = mkdtempSync(join(tmpdir(), 'identity-webhooks-'))
try {
  await onSqlite()
  await onPostgres()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** A round of deliveries, a round of bare commits, and so on; the first of each warms up. */
async function inTurns(base, commits) {
  const [ours, bare] = [[], []]
  for (let round = 0; round <= ROUNDS; round++) {
    const first = round * EACH_ROUND
    const deliveries = Array.from({ length: EACH_ROUND }, (_, index) =>
      delivery(base, SECRET, sessionOf(first + index), 'processing'),
    )
    const rates = [await deliverAll(deliveries, AT_ONCE), await commits()]
    if (round === 0) continue
    ours.push(rates[0])
    bare.push(rates[1])
  }
  return { ours, bare }
}

async function onSqlite() {
  const file = join(folder, 'identity.db')
  const database = `sqlite:${file}`
  await emptyDatabase(database)
  fillSqlite(file, 0, SESSIONS)
  const bare = openSqlite(join(folder, 'bare.db'))
  bare.exec(
    'pragma journal_mode = wal; pragma synchronous = full; create table t (id integer primary key, text)',
  )
  const insert = bare.prepare('insert into t (text) values (?)')
  const server = await startServer({ database, webhookSecret: SECRET, view: VIEW })
  const { ours, bare: own } = await inTurns(server.url, () => {
    const started = performance.now()
    for (let commits = 0; commits < EACH_ROUND; commits++) insert.run(ROW)
    return EACH_ROUND / ((performance.now() - started) / 1000)
  })
  await server.close()
  bare.close()
  report('Webhooks with durable commits, SQLite', [
    line({
      ...{ what: `webhooks taken, ${AT_ONCE} at once`, unit: '/s', ours },
      ...{ against: 'one small durable commit after the other', peer: own, aim: 'at least 0.6' },
    }),
  ])
}

async function onPostgres() {
  const postgres = await startPostgres()
  const pool = new pg.Pool({ connectionString: postgres.url, max: CONNECTIONS })
  // The server may be gone before the last connection's goodbye has reached it.
  pool.on('error', () => {})
  try {
    await emptyDatabase(postgres.url)
    await fillPostgres(pool, SESSIONS)
    await pool.query('create table bare (id bigserial primary key, text text)')
    const server = await startServer({ database: postgres.url, webhookSecret: SECRET, view: VIEW })
    const { ours, bare } = await inTurns(server.url, async () => {
      const started = performance.now()
      let left = EACH_ROUND
      const worker = async () => {
        while (left-- > 0) await pool.query('insert into bare (text) values ($1)', [ROW])
      }
      await Promise.all(Array.from({ length: CONNECTIONS }, worker))
      return EACH_ROUND / ((performance.now() - started) / 1000)
    })
    await server.close()
    report('Webhooks with durable commits, PostgreSQL', [
      line({
        ...{ what: `webhooks taken, ${AT_ONCE} at once`, unit: '/s', ours },
        ...{ against: `small inserts, each its own commit, ${CONNECTIONS} at once`, peer: bare },
        aim: 'at least 0.5',
      }),
    ])
  } finally {
    await pool.end()
    await postgres.close()
  }
}
