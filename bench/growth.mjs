// Measures every read of the product with a thousand times as many sessions, on two servers in turns.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { timesOf } from './lib/client.mjs'
import { median } from './lib/figures.mjs'
import { line, report } from './lib/report.mjs'
import { emptyDatabase, fillSqlite, sessionOf, userOf } from './lib/rows.mjs'
import { startServer } from './lib/server-process.mjs'
import { VIEW } from './lib/view.mjs'

const SMALL = 1_000
const LARGE = 1_000_000
const ROUNDS = 3
/** The frequent reads of browsers, and the rare reads of operators, which may take far longer. */
const BROWSER = { each: 300, warmUp: 100 }
const OPERATOR = { each: 5, warmUp: 1 }
const OF_ONE = (round, count) => (round * 7919) % count
const DAY = 86_400

const READS = {
  'status of a session': [BROWSER, (n) => `/sessions/${sessionOf(n)}`],
  'current session': [BROWSER, () => '/sessions/current'],
  'operator: newest page': [OPERATOR, () => '/operator/search'],
  "operator: by a session's id": [OPERATOR, (n) => `/operator/search?q=${sessionOf(n)}`],
  'operator: by a user': [OPERATOR, (n) => `/operator/search?q=${userOf(n)}`],
  'operator: by status': [OPERATOR, () => '/operator/search?status=requires_input'],
  'operator: by a status that none has': [OPERATOR, () => '/operator/search?status=verified'],
  'operator: what needs attention': [OPERATOR, () => '/operator/search?attention=true'],
  'operator: history of a session': [OPERATOR, (n) => `/operator/sessions/${sessionOf(n)}/history`],
  'operator: status of a user': [OPERATOR, (n) => `/operator/users/${userOf(n)}/status`],
  'operator: funnel of a day without sessions': [
    OPERATOR,
    () => `/operator/funnel?since=${1_600_000_000}&until=${1_600_000_000 + DAY}`,
  ],
  'operator: summary since a time without sessions': [OPERATOR, () => '/operator/summary?since=1800000000'],
}

const folder = mkdtempSync(join(tmpdir(), 'identity-growth-'))
try {
  const few = await served('few', SMALL)
  const many = await served('many', LARGE)
  const lines = []
  for (const [what, [{ each, warmUp }, pathOf]] of Object.entries(READS)) {
    const kinds = [few, many].map(({ url, count }) => (round) => {
      const n = OF_ONE(round, count)
      return { url: `${url}/identity${pathOf(n)}`, headers: { 'X-User': userOf(n) }, status: 200 }
    })
    await timesOf(warmUp, kinds)
    const [peer, ours] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      const [small, large] = (await timesOf(each, kinds)).map(median)
      peer.push(small)
      ours.push(large)
    }
    const aim = 'at most 2'
    lines.push(line({ what, unit: 'ms', ours, against: `with ${SMALL.toLocaleString('en-US')}`, peer, aim }))
  }
  await few.close()
  await many.close()
  report(`Reads with ${LARGE.toLocaleString('en-US')} sessions, all open, SQLite (median)`, lines)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function served(name, count) {
  const file = join(folder, `${name}.db`)
  await emptyDatabase(`sqlite:${file}`)
  fillSqlite(file, 0, count)
  const server = await startServer({ database: `sqlite:${file}`, webhookSecret: 'whsec_bench', view: VIEW })
  return { ...server, count }
}
