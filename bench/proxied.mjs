// Several instances on one PostgreSQL, behind a proxy that gives each request to the next one: the gain of each instance.

import { once } from 'node:events'
import { Agent, request as ask, createServer } from 'node:http'
import pg from 'pg'
import { startPostgres } from '../scripts/lib/postgres.mjs'
import { deliverAll, delivery } from './lib/client.mjs'
import { ratesOf } from './lib/load.mjs'
import { line, report } from './lib/report.mjs'
import { emptyDatabase, fillPostgres, sessionOf, userOf } from './lib/rows.mjs'
import { startServer } from './lib/server-process.mjs'
import { VIEW } from './lib/view.mjs'

const SECRET = 'whsec_bench'
const INSTANCES = 4
const GROUPS = [1, 2, 4]
const ROUNDS = 3
const EACH_ROUND = 400

const postgres = await startPostgres()
const closers = []
try {
  await emptyDatabase(postgres.url)
  const connection = new pg.Client(postgres.url)
  await connection.connect()
  await fillPostgres(connection, EACH_ROUND * (ROUNDS + 1) * GROUPS.length)
  await connection.end()
  const instances = []
  for (let started = 0; started < INSTANCES; started++) {
    const server = await startServer({ database: postgres.url, webhookSecret: SECRET, view: VIEW })
    instances.push(server.url)
    closers.push(server.close)
  }
  const proxies = []
  for (const count of GROUPS) proxies.push(await proxyTo(instances.slice(0, count)))

  const targets = proxies.map((url) => ({
    url: `${url}/identity/sessions/${sessionOf(1)}`,
    headers: { 'X-User': userOf(1) },
  }))
  const reads = await ratesOf(targets, { rounds: ROUNDS })
  const webhooks = await deliveries(proxies)
  const lines = (what, rates) =>
    GROUPS.slice(1).map((count, index) =>
      line({
        what: `${what}, ${count} instances`,
        unit: '/s',
        ours: rates[index + 1],
        against: '1',
        peer: rates[0],
      }),
    )
  report('Instances behind a proxy, all on the processors of this machine, PostgreSQL', [
    ...lines('status reads', reads),
    ...lines('webhooks with durable commits', webhooks),
  ])
} finally {
  for (const close of closers.reverse()) await close()
  await postgres.close()
}

/** Deliveries per second through each proxy, in turns; the first round warms up. */
async function deliveries(proxies) {
  const rates = proxies.map(() => [])
  let next = 0
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, url] of proxies.entries()) {
      const all = Array.from({ length: EACH_ROUND }, () =>
        delivery(url, SECRET, sessionOf(next++), 'processing'),
      )
      const rate = await deliverAll(all, 32)
      if (round > 0) rates[index].push(rate)
    }
  }
  return rates
}

/** A minimal proxy in this process: each request goes to the next instance, over a kept connection. */
async function proxyTo(urls) {
  const agent = new Agent({ keepAlive: true })
  let turn = 0
  const proxy = createServer((req, res) => {
    const target = urls[turn++ % urls.length]
    const passed = ask(target + req.url, { agent, method: req.method, headers: req.headers }, (answer) => {
      res.writeHead(answer.statusCode, answer.headers)
      answer.pipe(res)
    })
    passed.on('error', () => res.destroy())
    req.pipe(passed)
  }).listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  closers.push(() => {
    agent.destroy()
    proxy.close().closeAllConnections()
  })
  return `http://127.0.0.1:${proxy.address().port}`
}
