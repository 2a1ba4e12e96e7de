import http from 'node:http'
import { toUSVString } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { call, control, createSession, SESSIONS } from './support/api.js'

const REQUESTS = 4_000 * Number(process.env.EFFORT)
const AT_ONCE = 20

let sandbox: Sandbox
let agent: http.Agent
beforeAll(async () => {
  sandbox = await createSandbox()
  agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE })
})
afterAll(async () => {
  agent.destroy()
  await sandbox.close()
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '%',
    '%00',
    '%zz',
    '%F0%28',
    '__proto__',
    'constructor',
    '../..',
    '\u{ffff}',
    '-1',
    '1e999',
    'null',
    'x'.repeat(6000),
  ),
)
const known = fc.constantFrom(
  'type',
  'type',
  'document',
  'id_number',
  'limit',
  'expand[]',
  'expand',
  'metadata',
  'metadata[a]',
  'options',
  'options[document]',
  'options[document][allowed_types][]',
  'options[document][allowed_types][99999]',
  'created',
  'created[gte]',
  'starting_after',
  'status',
  'related_person[account]',
  'url',
  'enabled_events[]',
  'file',
  'expires_at',
  'return_url',
  'a[b][c][d][e][f][g][h]',
  'types[]',
  'disabled',
)
const pair = fc
  .tuple(fc.oneof(known, hostile), fc.oneof(known, hostile))
  .map(([name, value]) => `${name}=${value}`)
const wellBegun = fc.constantFrom(
  '',
  'type=document',
  'type=id_number&options[document][require_matching_selfie]=true',
)
const form = fc
  .tuple(wellBegun, fc.array(pair, { maxLength: 5 }))
  .map(([begun, pairs]) => [begun, ...pairs].filter(Boolean).join('&'))
const json = fc.oneof(fc.json(), hostile)

const path = (id: string) =>
  fc.oneof(
    { arbitrary: knownPath(id), weight: 6 },
    hostile.map((text) => `/v1/${encodeURI(toUSVString(text)).replace(/[?#]/g, '')}`),
    hostile.map((text) => `${SESSIONS}/${encodeURIComponent(toUSVString(text))}`),
  )

const knownPath = (id: string) =>
  fc.constantFrom(
    SESSIONS,
    `${SESSIONS}/${id}`,
    `${SESSIONS}/${id}/cancel`,
    `${SESSIONS}/${id}/redact`,
    '/v1/identity/verification_reports',
    '/v1/events',
    '/v1/webhook_endpoints',
    '/v1/files',
    '/v1/file_links',
    '/v1/nothing',
    '/_sandbox/faults',
    '/_sandbox/clock',
    '/_sandbox/limits',
    '/_sandbox/deliveries/policy',
    `/_sandbox/sessions/${id}/submit`,
    '/_sandbox/requests',
    '/',
    '/start/x',
    '/v3/',
    '/endive/stripe.js',
    '/_client/sessions/lookup',
    '/_client/sessions/submit',
    '/_client/modal',
    '/links/x',
    '/_dashboard',
    '//',
    '/%',
  )

const header = fc.constantFrom(
  {},
  { authorization: 'Basic %%%' },
  { authorization: 'Bearer' },
  { 'idempotency-key': 'same' },
  { 'idempotency-key': 'k'.repeat(300) },
  { 'content-type': 'application/json' },
  { 'content-type': ';;;' },
  { 'stripe-version': 'yesterday' },
  { host: 'evil.example' },
  { origin: 'null' },
)

interface Shot {
  readonly method: string
  readonly path: string
  readonly headers: Record<string, string>
  readonly body: string
}

function shots(id: string): fc.Arbitrary<Shot> {
  return fc
    .record({
      method: fc.oneof(
        { arbitrary: fc.constantFrom('GET', 'POST', 'POST'), weight: 4 },
        fc.constantFrom('DELETE', 'PUT', 'PATCH', 'HEAD', 'OPTIONS'),
      ),
      path: path(id),
      query: fc.oneof(
        fc.constant(''),
        form.map((text) => `?${encodeURI(toUSVString(text))}`),
      ),
      headers: header,
      body: fc.oneof(form, json),
    })
    .map(({ query, ...shot }) => ({
      ...shot,
      path: shot.path + query,
      headers: shot.headers as Record<string, string>,
    }))
}

function fire(shot: Shot): Promise<number> {
  const body = shot.method === 'GET' || shot.method === 'HEAD' ? '' : shot.body
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        agent,
        port: sandbox.port,
        host: '127.0.0.1',
        method: shot.method,
        path: shot.path,
        timeout: 30_000,
        headers: {
          authorization: 'Bearer sk_test_1',
          'content-type': 'application/x-www-form-urlencoded',
          ...shot.headers,
          'content-length': Buffer.byteLength(body),
        },
      },
      (response) => {
        response.resume()
        response.on('end', () => resolve(response.statusCode ?? 0))
        response.on('error', reject)
        // A stream of events is endless, so its head counts as the response.
        if (response.headers['content-type']?.startsWith('text/event-stream')) {
          request.destroy()
          resolve(response.statusCode ?? 0)
        }
      },
    )
    request.on('timeout', () => reject(new Error(`no answer: ${JSON.stringify(shot)}`)))
    request.on('error', (error) => reject(new Error(`${error.message}: ${JSON.stringify(shot)}`)))
    request.end(body)
  })
}

it(`${REQUESTS} hostile requests: each gets a response, and none a 5xx`, async () => {
  const seed = Number(process.env.SEED)
  console.log(`fuzz seed ${seed}`)
  const { id } = await createSession(sandbox)
  const all = fc.sample(shots(id), { numRuns: REQUESTS, seed })
  const statuses = new Map<number, number>()
  let next = 0
  const worker = async () => {
    for (let shot = all[next++]; shot; shot = all[next++]) {
      const status = await fire(shot)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (status >= 500) throw new Error(`${status} (seed ${seed}): ${JSON.stringify(shot)}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  console.log(`fuzz answers ${JSON.stringify(Object.fromEntries(statuses))}`)
  expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBe(REQUESTS)
  expect(statuses.get(200)).toBeGreaterThan(REQUESTS / 40)
  expect(statuses.get(400)).toBeGreaterThan(REQUESTS / 20)
  await control(sandbox, 'POST', 'reset')
  expect((await call(sandbox, 'POST', SESSIONS, 'type=document')).status).toBe(200)
}, 400_000)
