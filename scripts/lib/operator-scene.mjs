import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createSandbox } from 'stripe-identity-sandbox'
import { freePort } from './free-port.mjs'

const SECRET = 'only-for-these-pictures-and-nothing-else'
export const OPERATOR_TOKEN = 'operator-of-these-pictures'
const HOUR_MS = 3_600_000

/** The server as it is with the sandbox, and two weeks of people in every state: what operators look at. */
export async function startOperatorScene() {
  const folder = mkdtempSync(join(tmpdir(), 'identity-scene-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/identity`
  const sandbox = await createSandbox({ port: 0, forwardTo: `${url}/webhook` })
  const server = spawn(process.execPath, ['packages/server/dist/cli.js'], {
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      HOST: '127.0.0.1',
      STRIPE_SECRET_KEY: sandbox.secretKey,
      STRIPE_PUBLISHABLE_KEY: sandbox.publishableKey,
      STRIPE_RESTRICTED_KEY: sandbox.restrictedKey,
      STRIPE_WEBHOOK_SECRET: sandbox.webhookSecret,
      STRIPE_API_BASE: sandbox.url,
      DATABASE_URL: `sqlite:${join(folder, 'identity.db')}`,
      AUTH: 'jwt',
      JWT_SECRET: SECRET,
      OPERATOR_TOKEN,
      MAX_ATTEMPTS: '3',
      RATE_LIMIT_PER_MINUTE: '0',
      MAX_SESSIONS_PER_DAY: '0',
      LOG_LEVEL: 'fatal',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const close = async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await ended
    await sandbox.close()
    rmSync(folder, { recursive: true, force: true })
  }
  await until(async () => (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok)

  const send = async (user, path, body) => {
    const headers = { Authorization: `Bearer ${token(user)}`, 'Content-Type': 'application/json' }
    const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
    return (await fetch(url + path, init)).json()
  }
  const open = async (user) => (await send(user, '/sessions', {})).id
  const operate = (path, body) =>
    fetch(`${url}/operator${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${OPERATOR_TOKEN}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  const tries = async (user, id, outcome, error_code) => {
    const { version } = await send(user, `/sessions/${id}`)
    await sandbox.submit(id, {
      outcome,
      processing_ms: 0,
      ...(error_code === undefined ? {} : { error_code }),
    })
    await until(async () => (await send(user, `/sessions/${id}`)).version > version)
  }
  return { url, sandbox, open, operate, tries, send, close }
}

/** People of two weeks, by what became of them; resolves to the ids of some. */
export async function fillOperatorScene({ sandbox, open, operate, tries, send }) {
  const ids = {}
  const names =
    'ada bob cyd dan eve finn gus hana ivo jan kim lea max nora otto pia quin rosa sam tess uma vera wim xia yara zoe'
  const codes = ['document_expired', 'selfie_face_mismatch', 'consent_declined', 'document_unverified_other']
  await sandbox.setTo(Math.floor(Date.now() / 1000) - 11 * 86_400)
  for (const [index, name] of names.split(' ').entries()) {
    const user = `${name}@example.com`
    const id = await open(user)
    ids[name] = id
    if (index % 4 === 1) await tries(user, id, 'unverified', codes[(index >> 2) % codes.length])
    if (index % 4 !== 3 && index % 8 !== 1) await tries(user, id, 'verified')
    if (index % 12 === 7) await send(user, `/sessions/${id}/cancel`, {})
    await sandbox.advance(((index * 7) % 20) * HOUR_MS)
  }
  for (const code of ['document_expired', 'selfie_face_mismatch'])
    await tries('bob@example.com', ids.bob, 'unverified', code).catch(() => {})
  await operate(`/sessions/${ids.vera}/redact`, {})
  return ids
}

function token(user) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: user, exp: Math.floor(Date.now() / 1000) + 3_600 })}`
  return `${signed}.${createHmac('sha256', SECRET).update(signed).digest('base64url')}`
}

async function until(holds) {
  for (const end = Date.now() + 20_000; Date.now() < end; await delay(50)) {
    if (await holds().catch(() => false)) return
  }
  throw new Error('it did not come to that')
}
