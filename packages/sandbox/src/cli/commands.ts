import { parseArgs } from 'node:util'
import { createSandbox } from '../index.js'
import { fail, inFlags } from './serve.js'

const DEFAULT_URL = 'http://localhost:12111'
/** A key of the sandbox's own account, including when keys name accounts. */
const DEFAULT_KEY = 'sk_test_1IdentitySandbox_command'
const SESSIONS = '/v1/identity/verification_sessions'
const TYPE = 'identity.verification_session.'

interface Session {
  readonly id: string
  readonly status: string
  readonly last_error: { readonly code: string } | null
}

/** Calls the sandbox at an address. A refusal ends the command with its message. */
type Call = (path: string, body?: object | string) => Promise<Session>

/** The calls that lead a session to each of its events. */
const STEPS: Record<string, (call: Call, id: string, code?: string) => Promise<unknown>> = {
  created: async () => {},
  processing: (call, id) =>
    call(`/_sandbox/sessions/${id}/submit`, { outcome: 'verified', processing_ms: 3_600_000 }),
  verified: (call, id) => call(`/_sandbox/sessions/${id}/submit`, { outcome: 'verified', processing_ms: 0 }),
  requires_input: (call, id, error_code) =>
    call(`/_sandbox/sessions/${id}/submit`, {
      outcome: 'unverified',
      processing_ms: 0,
      ...(error_code && { error_code }),
    }),
  canceled: (call, id) => call(`${SESSIONS}/${id}/cancel`, ''),
  redacted: async (call, id) => {
    await call(`${SESSIONS}/${id}/redact`, '')
    await call(`/_sandbox/sessions/${id}/settle`, {})
  },
}

/** `verify vs_…` and `fail vs_… [code]`: submits as the user, and settles at once. */
export async function submitSession(outcome: 'verified' | 'unverified', args: string[]): Promise<void> {
  const { values, positionals } = read(args, ['url', 'key'])
  const [id, error_code, ...more] = positionals
  if (id === undefined || more.length > 0 || (outcome === 'verified' && error_code !== undefined)) {
    return fail(
      outcome === 'verified'
        ? 'verify takes a session: verify vs_…'
        : 'fail takes a session, and a code: fail vs_… document_expired',
    )
  }
  const session = await caller(values.url, values.key)(
    `/_sandbox/sessions/${encodeURIComponent(id)}/submit`,
    {
      outcome,
      processing_ms: 0,
      ...(error_code !== undefined && { error_code }),
    },
  )
  console.log([session.id, session.status, session.last_error?.code].filter(Boolean).join(' '))
}

/** `trigger <event>`: creates a session and leads it to this event, in a running sandbox or straight to a webhook. */
export async function trigger(args: string[]): Promise<void> {
  const { values, positionals } = read(args, [
    'url',
    'key',
    'to',
    'webhook-secret',
    'api-version',
    'error-code',
  ])
  const [type = '', ...more] = positionals
  const fact = type.startsWith(TYPE) ? type.slice(TYPE.length) : type
  const step = Object.hasOwn(STEPS, fact) ? STEPS[fact] : undefined
  if (!step || more.length > 0) {
    return fail(
      `trigger takes an event, one of: ${Object.keys(STEPS)
        .map((name) => TYPE + name)
        .join(', ')}`,
    )
  }
  const code = values['error-code']
  if (values.to === undefined) {
    const call = caller(values.url, values.key)
    const { id } = await call(SESSIONS, 'type=document')
    await step(call, id, code)
    console.log(`${id} ${TYPE}${fact}`)
    return
  }
  await oneShot(fact, (call, id) => step(call, id, code), {
    forwardTo: values.to,
    webhookSecret: values['webhook-secret'],
    apiVersion: values['api-version'],
  })
}

/** Runs a sandbox for one event. The exit code is 1 if the webhook did not take it. */
async function oneShot(
  fact: string,
  step: (call: Call, id: string) => Promise<unknown>,
  options: { forwardTo: string; webhookSecret: string | undefined; apiVersion: string | undefined },
): Promise<void> {
  const sandbox = await createSandbox(options).catch((error: Error) =>
    fail(inFlags(error.message).replaceAll('--forward-to', '--to')),
  )
  const call = caller(sandbox.url)
  const { id } = await call(SESSIONS, 'type=document')
  await step(call, id)
  try {
    const event = await sandbox.delivered(id, fact)
    for (const { event_type, status, url } of sandbox.deliveries())
      console.log(`${event_type} ${status} ${url}`)
    console.log(`${id} ${event.id}`)
  } catch (error) {
    console.error(`stripe-identity-sandbox: ${(error as Error).message}`)
    process.exitCode = 1
  } finally {
    await sandbox.close()
  }
}

/** Returns the options by name, each with a value, and the remaining arguments. */
function read(args: string[], names: readonly string[]) {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' } as const]))
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return { values: values as Partial<Record<string, string>>, positionals }
  } catch (error) {
    return fail(`${(error as Error).message} (--help lists the options)`)
  }
}

function caller(url = DEFAULT_URL, key = DEFAULT_KEY): Call {
  if (!URL.canParse(url)) return fail(`--url must be an address such as ${DEFAULT_URL}`)
  return async (path, body = {}) => {
    const form = typeof body === 'string'
    const response = await fetch(new URL(path, url), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
      },
      body: form ? body : JSON.stringify(body),
    }).catch(() => fail(`There is no sandbox at ${url}: start one, or give its address with --url`))
    const answer = (await response.json()) as Session & { error?: { message: string } }
    return response.ok ? answer : fail(answer.error?.message ?? `The sandbox answered ${response.status}.`)
  }
}
