// Webhooks acknowledged, each with its durable commit, beside the smallest route that commits one row, and beside the store's
// own rate of commits, in the same minutes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '../scripts/lib/postgres.mjs'
import { CONNECTIONS } from './lib/bare-webhook.mjs'
import { deliverAll, delivery } from './lib/client.mjs'
import { line, report } from './lib/report.mjs'
import { emptyDatabase, fillPostgres, fillSqlite, openSqlite, sessionOf } from './lib/rows.mjs'
import { startServer } from './lib/server-process.mjs'
import { VIEW } from './lib/view.mjs'

const SECRET = 'whsec_bench'
const EACH_ROUND = 3_000
const ROUNDS = 5
const AT_ONCE = 32
const SESSIONS = EACH_ROUND * (ROUNDS + 1)
const ROW = 'x'.repeat(400)

const folder = mkdtempSync(join(tmpdir(), 'identity-webhooks-'))
try {
  await onSqlite()
  await onPostgres()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** In turns: a round of deliveries, a round of the same to the bare route, a round of bare commits. The first warms up. */
async function inTurns(base, commits) {
  const rates = { ours: [], route: [], commits: [] }
  for (let round = 0; round <= ROUNDS; round++) {
    const first = round * EACH_ROUND
    const deliveriesTo = (path) =>
      Array.from({ length: EACH_ROUND }, (_, index) => ({
        ...delivery(base, SECRET, sessionOf(first + index), 'processing'),
        url: `${base}${path}`,
      }))
    const measured = {
      ours: await deliverAll(deliveriesTo('/identity/webhook'), AT_ONCE),
      route: await deliverAll(deliveriesTo('/bare/webhook'), AT_ONCE),
      commits: await commits(),
    }
    if (round === 0) continue
    for (const [name, rate] of Object.entries(measured)) rates[name].push(rate)
  }
  return rates
}

function lines({ ours, route, commits }, commit, aim) {
  const taken = { what: `webhooks acknowledged, ${AT_ONCE} at once`, unit: '/s', ours }
  return [
    line({ ...taken, against: 'Express, the signature, and one row committed', peer: route }),
    line({ ...taken, against: commit, peer: commits, aim }),
    line({
      ...{ what: 'Express, the signature, and one row committed', unit: '/s', ours: route },
      ...{ against: commit, peer: commits },
    }),
  ]
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
  const rates = await inTurns(server.url, () => {
    const started = performance.now()
    for (let commits = 0; commits < EACH_ROUND; commits++) insert.run(ROW)
    return EACH_ROUND / ((performance.now() - started) / 1000)
  })
  await server.close()
  bare.close()
  const commit = 'one small durable commit after the other'
  report('Webhooks with durable commits, SQLite', lines(rates, commit, 'at least 0.6'))
}

async function onPostgres() {
  const postgres = await startPostgres()
  const pool = new pg.Pool({ connectionString: postgres.url, max: CONNECTIONS })
  // The database may end before the last connection has closed.
  pool.on('error', () => {})
  try {
    await emptyDatabase(postgres.url)
    await fillPostgres(pool, SESSIONS)
    await pool.query('create table bare (id bigserial primary key, text text)')
    const server = await startServer({ database: postgres.url, webhookSecret: SECRET, view: VIEW })
    const rates = await inTurns(server.url, async () => {
      const started = performance.now()
      let left = EACH_ROUND
      const worker = async () => {
        while (left-- > 0) await pool.query('insert into bare (text) values ($1)', [ROW])
      }
      await Promise.all(Array.from({ length: CONNECTIONS }, worker))
      return EACH_ROUND / ((performance.now() - started) / 1000)
    })
    await server.close()
    const commit = `small inserts, each its own commit, ${CONNECTIONS} at once`
    report('Webhooks with durable commits, PostgreSQL', lines(rates, commit, 'at least 0.5'))
  } finally {
    await pool.end()
    await postgres.close()
  }
}
