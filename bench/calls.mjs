// Counts Stripe's calls per verification, with few and many watching tabs, beside a server that calls Stripe at each poll.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createSandbox } from 'stripe-identity-sandbox'
import { freePort } from '../scripts/lib/free-port.mjs'
import { holdPolls } from './lib/held-polls.mjs'
import { line, report } from './lib/report.mjs'
import { startServer } from './lib/server-process.mjs'
import { VIEW } from './lib/view.mjs'

const TABS = [1, 10, 1_000, 10_000]
/** The length of a verification, from the submission to its outcome, and the interval of pages that poll through. */
const CHECKS_MS = 6_000
const POLL_MS = 3_000
/** More tabs would only measure the sandbox. The peer calls Stripe once per poll, so its calls are extrapolated. */
const PEER_AT_MOST = 1_000

const folder = mkdtempSync(join(tmpdir(), 'identity-calls-'))
const port = await freePort()
const sandbox = await createSandbox({ port: 0, forwardTo: `http://127.0.0.1:${port}/identity/webhook` })
const server = await startServer({
  ...{ database: `sqlite:${join(folder, 'identity.db')}`, webhookSecret: sandbox.webhookSecret, view: VIEW },
  ...{ apiBase: sandbox.url, port },
})
const lines = []
try {
  for (const tabs of TABS) {
    const ours = await watched(tabs)
    const measured = tabs <= PEER_AT_MOST
    const peer = measured ? await polledThrough(tabs) : 1 + tabs * Math.ceil(CHECKS_MS / POLL_MS)
    const against = `polling Stripe every ${POLL_MS / 1000} s${measured ? '' : ' (counted up)'}`
    const what = `calls to Stripe for one verification, ${tabs.toLocaleString('en-US')} tabs`
    lines.push(line({ what, unit: 'calls', ours, against, peer }))
  }
} finally {
  await server.close()
  await sandbox.close()
  rmSync(folder, { recursive: true, force: true })
}
report(`Calls to Stripe, from the click to the outcome, which takes ${CHECKS_MS / 1000} s`, lines)

/** The calls to Stripe's API since the last reset. */
async function calls() {
  const { data } = await (await fetch(`${sandbox.url}/_sandbox/requests`)).json()
  return data.length
}

function forget() {
  return fetch(`${sandbox.url}/_sandbox/requests`, { method: 'DELETE' })
}

async function open(user) {
  const headers = { 'X-User': user, 'Content-Type': 'application/json' }
  const answer = await fetch(`${server.url}/identity/sessions`, { method: 'POST', headers, body: '{}' })
  return answer.json()
}

async function watched(tabs) {
  await forget()
  const user = `watched-${tabs}`
  const { id, version } = await open(user)
  const first = await holdPolls(server.url, id, user, tabs, { after: version, status: 'processing' })
  while ((await server.memory()).held < tabs) await delay(50)
  await sandbox.submit(id, { outcome: 'verified', processing_ms: CHECKS_MS })
  await first.all
  first.close()
  const second = await holdPolls(server.url, id, user, tabs, { after: version + 1, status: 'verified' })
  await second.all
  second.close()
  return calls()
}

/** Each tab polls its server every few seconds, and the server calls Stripe. */
async function polledThrough(tabs) {
  const { id } = await open(`polled-${tabs}`)
  await forget()
  await sandbox.submit(id, { outcome: 'verified', processing_ms: CHECKS_MS })
  const tab = async () => {
    await delay(Math.random() * POLL_MS)
    while ((await (await fetch(`${server.url}/through/sessions/${id}`)).json()).status !== 'verified')
      await delay(POLL_MS)
  }
  await Promise.all(Array.from({ length: tabs }, tab))
  // The create came before the count began.
  return 1 + (await calls())
}
