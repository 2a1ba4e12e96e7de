import type { Logger } from 'pino'
import { IdentityError } from '../errors.js'
import type { Observer } from '../observer.js'
import { isToBeClosed, type SessionRecord } from '../session.js'
import type { IdentityEvent, StripeApi } from '../stripe.js'
import type { Learn, Learned } from './learn.js'
import { onceAMinute } from './once-a-minute.js'
import { stripeError } from './stripe-error.js'

export interface Webhooks {
  /**
   * Processes one delivery. Resolves once its effect is committed, and if it is genuine but not for us. Rejects if
   * Stripe should send it again (503) or did not send it (400). A doubt is committed as a mark and settled
   * afterwards.
   */
  receive(body: Buffer, signature: string | undefined): Promise<void>
}

interface Context {
  stripe: StripeApi
  learn: Learn
  /** False if no webhook secret is set; then no delivery can be verified and all are refused. */
  configured: boolean
  settle: (recordId: string) => void
  observer: Observer
  log: Logger
}

/**
 * Stripe disables endpoints that refuse deliveries, so these are answered 200. Their likely cause is logged once a
 * minute.
 */
const NOT_FOR_US: Partial<Record<string, { level: 'info' | 'warn'; line: string }>> = {
  other_mode: { level: 'info', line: 'a webhook is for the other mode than the secret key' },
  other_account: { level: 'info', line: 'a webhook is for a connected account' },
  other_type: { level: 'info', line: 'a webhook has a type that this endpoint does not need' },
  unknown_session: { level: 'info', line: 'a webhook is for a session that was not created here' },
  unreadable: { level: 'warn', line: 'a webhook is signed, but names no readable session' },
}

export function createWebhooks({ stripe, learn, configured, settle, observer, log }: Context): Webhooks {
  const logForeign = onceAMinute((outcome, count) => {
    const said = NOT_FOR_US[outcome]
    if (said !== undefined) log[said.level]({ outcome, count }, said.line)
  })

  /** Processes a delivery and resolves to its outcome. */
  async function take(body: Buffer, signature: string | undefined): Promise<string> {
    const event = read(body, signature)
    const { outcome, record } = await learn(event, 'webhook').catch((cause: unknown) => {
      throw new IdentityError('store_unavailable', 'The event could not be stored; send it again.', { cause })
    })
    if (outcome in NOT_FOR_US) logForeign(outcome)
    else log.info({ event: event.id, type: event.type, outcome }, 'webhook')
    if (record !== null && needsStripe(outcome, record)) settle(record.id)
    return outcome
  }

  function read(body: Buffer, signature: string | undefined): IdentityEvent {
    if (!configured) {
      throw new IdentityError(
        'webhook_not_configured',
        'No webhook secret is set, so no delivery can be trusted.',
      )
    }
    try {
      return stripe.readEvent(body, signature)
    } catch (error) {
      throw stripeError(error)
    }
  }

  return {
    async receive(body, signature) {
      try {
        observer.webhook(await take(body, signature))
      } catch (error) {
        observer.webhook(error instanceof IdentityError ? error.code : 'server_error')
        throw error
      }
    },
  }
}

function needsStripe(outcome: Learned, record: SessionRecord): boolean {
  return outcome === 'doubt' || (outcome === 'applied' && isToBeClosed(record))
}
