import { CLIENT_CODES, type ErrorCode, LAST_ERRORS } from '../../objects/session/last-error.js'
import { cancelled, type StripeError, type VerifyResult } from './protocol.js'

/** What lets a browser act on a session: the client secret in the modal, the url's token on the hosted page. */
export type Ticket = { client_secret: string; publishable_key: string } | { url_token: string }

export interface SessionSummary {
  id: string
  type: string
  /** Names of the checks that the session asks for. */
  checks: string[]
  return_url: string | null
}

export type Answer = { session: SessionSummary; script?: Scripted } | { error: StripeError }

/** What the page does by itself instead of waiting for a person. */
export type Scripted = Choice | { action: 'close' } | { action: 'error'; error: StripeError }

export type Choice =
  | {
      action: 'submit'
      outcome: 'verified' | 'unverified'
      async: boolean
      error_code?: ErrorCode
      person?: string
    }
  | { action: 'decline' }

/** What Stripe.js tells the page of a choice that the sandbox took. */
export function resultOf(choice: Choice, session: string): VerifyResult {
  const code = choice.action === 'decline' ? 'consent_declined' : choice.error_code
  const client = code && CLIENT_CODES[code]
  if (client === undefined) return { verificationSession: { id: session } }
  if (code === 'abandoned') return cancelled
  return { error: { type: 'validation_error', code: client, message: LAST_ERRORS[code!].reason } }
}

export function lookUp(ticket: Ticket): Promise<Answer> {
  return post('/_client/sessions/lookup', ticket)
}

export function choose(ticket: Ticket, { action, ...choice }: Choice): Promise<Answer> {
  return post(`/_client/sessions/${action}`, { ...ticket, ...choice })
}

async function post(path: string, body: object): Promise<Answer> {
  try {
    const response = await fetch(path, {
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
