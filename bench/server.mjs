// Compares a status read and a create, in the library and in the program, with bare routes that answer the same JSON.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSandbox } from 'stripe-identity-sandbox'
import { timesOf } from './lib/client.mjs'
import { latenciesOf, ratesOf } from './lib/load.mjs'
import { startBareProgram, startProgram, tokenOf } from './lib/program.mjs'
import { line, report } from './lib/report.mjs'
import { emptyDatabase, fillSqlite, sessionOf, userOf } from './lib/rows.mjs'
import { startServer } from './lib/server-process.mjs'
import { VIEW } from './lib/view.mjs'

const SECRET = 'whsec_bench'
const SESSIONS = 1_000
/** Fewer requests per second than each of them can take, so that the latency contains no queue. */
const OFFERED = 400
const SMALLEST = 'Express, a known token, one row, a log line and a metric'

const folder = mkdtempSync(join(tmpdir(), 'identity-server-'))
const sandbox = await createSandbox({ port: 0 })
const closers = []

/** Creates a database for each, all with the same content. */
async function filled(name) {
  const file = join(folder, `${name}.db`)
  await emptyDatabase(`sqlite:${file}`)
  fillSqlite(file, 0, SESSIONS)
  return { database: `sqlite:${file}`, webhookSecret: SECRET, apiBase: sandbox.url, view: VIEW }
}

try {
  const library = await startServer(await filled('library'))
  const program = await startProgram(await filled('program'))
  const user = userOf(1)
  const token = tokenOf(user)
  const bare = await startBareProgram({ ...(await filled('bare')), user, token })
  closers.push(library.close, program.close, bare.close)
  const as = { 'X-User': user }
  const bearer = { Authorization: `Bearer ${token}` }
  const status = `/sessions/${sessionOf(1)}`
  const reads = {
    library: { url: `${library.url}/identity${status}`, headers: as },
    program: { url: `${program.url}/identity${status}`, headers: bearer },
    express: { url: `${library.url}/bare${status}`, headers: as },
    node: { url: library.plainUrl, headers: as },
  }
  const smallest = { url: `${bare.url}/identity${status}`, headers: bearer }
  const rates = await table({ ...reads, smallest }, ratesOf)
  report('Status read, requests a second', [
    ...beside('status read', '/s', rates, 'at least 0.7'),
    line({
      ...{ what: 'status read, program (JWT, logs, metrics)', unit: '/s', ours: rates.program },
      ...{ against: SMALLEST, peer: rates.smallest },
    }),
    line({
      ...{ what: SMALLEST, unit: '/s', ours: rates.smallest },
      ...{ against: 'bare Express route', peer: rates.express },
    }),
  ])

  const doors = { router: reads.library, fetch: { url: `${library.url}/fetched${status}`, headers: as } }
  const { router, fetch: fetched } = await table(doors, ratesOf)
  report('Status read through identity.fetch, requests a second', [
    line({
      ...{ what: 'status read by identity.fetch, behind node:http', unit: '/s', ours: fetched },
      ...{ against: 'by identity.router', peer: router },
    }),
  ])

  const latencies = await table(reads, (targets) => latenciesOf(targets, { perSecond: OFFERED }))
  for (const share of ['p50', 'p99']) {
    const of = Object.fromEntries(Object.entries(latencies).map(([name, found]) => [name, found[share]]))
    report(`Status read, ${share} at ${OFFERED} requests a second offered`, beside('status read', 'ms', of))
  }

  const creates = {
    library: creating(`${library.url}/identity/sessions`, (user) => ({ 'X-User': user })),
    program: creating(`${program.url}/identity/sessions`, (user) => ({
      Authorization: `Bearer ${tokenOf(user)}`,
    })),
    express: creating(`${library.url}/bare/sessions`, (user) => ({ 'X-User': user })),
    node: creating(library.plainUrl, (user) => ({ 'X-User': user })),
  }
  const load = { connections: 8, seconds: 2, rounds: 3 }
  report(
    'Create, each with one call of the sandbox; ours with its durable commits as well, requests a second',
    beside('create', '/s', await table(creates, (targets) => ratesOf(targets, load))),
  )
  report('Time of a 404, which must not reveal whether a session exists', [await strangers(library.url)])
} finally {
  for (const close of closers) await close()
  await sandbox.close()
  rmSync(folder, { recursive: true, force: true })
}

async function table(targets, measure) {
  const found = await measure(Object.values(targets))
  return Object.fromEntries(Object.keys(targets).map((name, index) => [name, found[index]]))
}

function beside(what, unit, { library, program, express, node }, aim) {
  return [
    line({ what: `${what}, library`, unit, ours: library, against: 'bare Express route', peer: express }),
    line({ what: `${what}, library`, unit, ours: library, against: 'bare node:http', peer: node }),
    line({
      ...{ what: `${what}, program (JWT, logs, metrics)`, unit, ours: program },
      ...{ against: 'bare Express route', peer: express, aim },
    }),
    line({
      ...{ what: `${what}, program (JWT, logs, metrics)`, unit, ours: program },
      ...{ against: 'bare node:http', peer: node },
    }),
  ]
}

/** Each request is a create by another user. */
function creating(url, headersOf) {
  let users = 0
  const setupRequest = (request) => ({
    ...request,
    headers: { 'Content-Type': 'application/json', ...headersOf(`new-user-${users++}`) },
  })
  return { url, method: 'POST', body: '{}', requests: [{ setupRequest }] }
}

/** Compares the time of a 404 for another user's session with that for one that does not exist. */
async function strangers(base) {
  const as = (id) => ({
    url: `${base}/identity/sessions/${id}`,
    headers: { 'X-User': userOf(1) },
    status: 404,
  })
  const kinds = [() => as(sessionOf(2)), (round) => as(`vs_absent${round % 10}`)]
  await timesOf(300, kinds)
  const [foreign, missing] = await timesOf(3_000, kinds)
  const middle = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]
  return line({
    ...{ what: "404 for another user's session (median)", unit: 'ms', ours: middle(foreign) },
    ...{ against: '404 for one that does not exist', peer: middle(missing), aim: '1' },
  })
}
