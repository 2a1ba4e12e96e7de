import { createSandbox, type Sandbox } from '../../src/index.js'
import { controlledHands, type Hands, personsHands } from '../../src/validate/hands.js'
import type { Receiver } from '../../src/validate/inbox.js'
import { type Findings, validate } from '../../src/validate/run.js'
import { call, createSession, SESSIONS } from '../support/api.js'
import type { Plant } from './differing.js'

export const DAY_MS = 24 * 3_600_000

/** The form of a session like the one that a run submits. */
export const LIKE_SUBMITTED =
  'type=document&options[document][require_matching_selfie]=true&client_reference_id=a&metadata[a]=b&provided_details[email]=a@example.com'

/** A person who follows the printed instructions at the sandbox that stands in for Stripe. */
export function person(sandbox: Sandbox, wanted: (line: string) => boolean = () => true): Hands {
  let refuses = false
  const hands = personsHands({
    say(line) {
      const [id = ''] = /\b(vs|we)_\w+/.exec(line.replace(/http\S+/, '')) ?? []
      refuses = !wanted(line)
      if (refuses) return
      if (line.includes('"Verification failure"')) void sandbox.submit(id, 'unverified', { processing_ms: 0 })
      else if (line.includes('"Verification success async"'))
        void sandbox.submit(id, 'verified', { processing_ms: 3_600_000 })
      else if (line.includes('"Decline consent"')) void sandbox.decline(id)
      else if (line.startsWith('Waiting')) void sandbox.settle(id)
      else if (line.includes('roll the signing secret')) rolled = roll(sandbox, id)
      else void sandbox.override(id, line.includes('as not verified') ? 'requires_input' : 'verified')
    },
    declines: () => refuses,
    confirms: () => rolled,
  })
  let rolled = Promise.resolve()
  return { ...hands, pass: (ms) => sandbox.advance(ms), pauseMs: 50 }
}

async function roll({ url }: Sandbox, id: string): Promise<void> {
  await fetch(`${url}/_sandbox/webhook_endpoints/${id}/roll`, {
    method: 'POST',
    body: JSON.stringify({ expires_in_s: 3600 }),
  })
}

/** Stands in for Stripe: a sandbox used by an earlier run, with a destination of thin events. */
export async function startStripe(webhooks: string): Promise<Sandbox> {
  const sandbox = await createSandbox({ thinTo: `${webhooks}/stripe/thin` })
  const redacted = await createSession(sandbox, LIKE_SUBMITTED)
  await sandbox.submit(redacted.id, 'verified', { processing_ms: 0 })
  await call(sandbox, 'POST', `${SESSIONS}/${redacted.id}/redact`)
  for (const reference of ['somebodys', 'validate00-kept']) {
    const { id } = await createSession(sandbox, `type=document&client_reference_id=${reference}`)
    await sandbox.submit(id, 'verified', { processing_ms: 0 })
  }
  await sandbox.advance(5 * DAY_MS)
  return sandbox
}

/** Adds the routes for destinations, which a sandbox has only as a start option. */
export function destinationsOf({ webhookSecret }: Sandbox): Plant {
  return (exchange) => {
    if (!exchange.path.startsWith('/v2/core/event_destinations')) return
    exchange.status = 200
    exchange.body = {
      id: 'ed_test_1',
      object: 'v2.core.event_destination',
      ...(exchange.method === 'POST' && {
        webhook_endpoint: {
          signing_secret: webhookSecret,
          url: JSON.parse(exchange.form).webhook_endpoint.url,
        },
      }),
    }
  }
}

interface Comparison {
  readonly base: string
  readonly hands: Hands
  readonly restrictedKey?: string
  readonly only?: string
  /** The webhooks of both sides, and the origin that receives those of the other side. */
  readonly webhooks?: { readonly receiver: Receiver; readonly origin?: string }
  readonly keepOne?: boolean
  readonly waitMs?: number
}

export async function compare(comparison: Comparison): Promise<Findings> {
  const { base, restrictedKey, hands, webhooks, keepOne, waitMs, only } = comparison
  const receiver = webhooks?.receiver
  const local = `http://127.0.0.1:${receiver?.port}`
  const inbox = receiver?.inbox(local, crypto.randomUUID())
  const own = await createSandbox({ thinTo: inbox?.address('thin') })
  try {
    return await validate(
      {
        base,
        key: 'sk_test_somebodys',
        restrictedKey,
        hands,
        inbox: receiver?.inbox(webhooks?.origin ?? local, 'stripe'),
      },
      {
        base: own.url,
        key: own.secretKey,
        restrictedKey: own.restrictedKey,
        hands: controlledHands(own.url, own.webhookSecret),
        inbox,
      },
      {
        mark: `validate${crypto.randomUUID().slice(0, 8)}`,
        eventsWithinMs: 2000,
        waitMs: waitMs ?? 40 * 60_000,
        keepOne,
        say: () => {},
        signal: new AbortController().signal,
        only,
      },
    )
  } finally {
    await own.close()
  }
}
