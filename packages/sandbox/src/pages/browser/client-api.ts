import type { Choice } from '../../calls.js'
import { CLIENT_CODES, LAST_ERRORS } from '../../objects/session/last-error.js'
import type { Visited } from '../client.js'
import type { Ticket } from '../open.js'
import { cancelled, type StripeError, type VerifyResult } from './protocol.js'

export type Answer = Visited | { error: StripeError }

/** The result that Stripe.js returns to the page for a choice accepted by the sandbox. */
export function resultOf(choice: Choice, session: string): VerifyResult {
  const code = choice.action === 'decline' ? 'consent_declined' : choice.error_code
  const client = code && CLIENT_CODES[code]
  if (client === undefined) return { verificationSession: { id: session } }
  if (code === 'abandoned') return cancelled
  return { error: { type: 'validation_error', code: client, message: LAST_ERRORS[code!].reason } }
}

export function lookUp(ticket: Ticket): Promise<Answer> {
  return post('lookup', ticket)
}

export function choose(ticket: Ticket, { action, ...choice }: Choice): Promise<Answer> {
  return post(action, { ...ticket, ...choice })
}

async function post(action: 'lookup' | Choice['action'], body: object): Promise<Answer> {
  try {
    const response = await fetch(`/_client/sessions/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return (await response.json()) as Answer
  } catch (cause) {
    return {
      error: {
        type: 'api_connection_error',
        message: `The sandbox did not answer (${cause instanceof Error ? cause.message : String(cause)}). Is it still running?`,
      },
    }
  }
}
