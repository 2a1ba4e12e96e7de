// Ten thousand polls held by one server: the memory of each, and the time until a change has answered all of them.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { delivery, request } from './lib/client.mjs'
import { holdPolls } from './lib/held-polls.mjs'
import { line, report } from './lib/report.mjs'
import { emptyDatabase, fillSqlite, sessionOf, userOf } from './lib/rows.mjs'
import { startServer } from './lib/server-process.mjs'
import { VIEW } from './lib/view.mjs'

const SECRET = 'whsec_bench'
const POLLS = 10_000
const ROUNDS = 3

const folder = mkdtempSync(join(tmpdir(), 'identity-polls-'))
const file = join(folder, 'identity.db')
const database = `sqlite:${file}`
const memory = []
const fanOut = []
const answer = []
try {
  await emptyDatabase(database)
  fillSqlite(file, 0, 1_000)
  for (let round = 0; round < ROUNDS; round++) {
    // A new process each time, because a process keeps the memory that it once used.
    const server = await startServer({ database, webhookSecret: SECRET, view: VIEW })
    const session = 5 + round
    const before = await server.memory()
    const held = await holdPolls(server.url, sessionOf(session), userOf(session), POLLS)
    let during = await server.memory()
    while (during.held < POLLS) {
      await delay(50)
      during = await server.memory()
    }
    memory.push((during.rss - before.rss) / POLLS)
    const { url, ...init } = delivery(server.url, SECRET, sessionOf(session), 'processing')
    const sent = performance.now()
    const status = await request(undefined, url, init)
    const answered = performance.now()
    if (status !== 200) throw new Error(`the delivery was answered ${status}`)
    fanOut.push((await held.all) - sent)
    answer.push(answered - sent)
    held.close()
    await server.close()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
report(`${POLLS.toLocaleString('en-US')} polls held at once`, [
  line({ what: 'memory of each', unit: 'bytes', ours: memory }),
  line({ what: 'from a webhook to the last of them answered', unit: 'ms', ours: fanOut }),
  line({ what: 'of that, until the webhook itself was answered', unit: 'ms', ours: answer }),
])
