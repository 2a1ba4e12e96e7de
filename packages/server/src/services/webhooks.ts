import type { Logger } from 'pino'
import { IdentityError } from '../errors.js'
import type { Observer } from '../observer.js'
import type { IdentityEvent, StripeApi } from '../stripe.js'
import type { Apply } from './apply.js'
import { stripeError } from './stripe-error.js'

export interface Webhooks {
  /**
   * Takes one delivery: resolves once its effect is committed, rejects where Stripe should send it again (503) or has
   * not sent it (400). A doubt that only Stripe can settle is committed as a mark, and settled afterwards.
   */
  receive(body: Buffer, signature: string | undefined): Promise<void>
}

interface Context {
  stripe: StripeApi
  apply: Apply
  /** False where no webhook secret is set: then nothing can be checked and nothing is taken. */
  configured: boolean
  settle: (recordId: string) => void
  observer: Observer
  log: Logger
}

export function createWebhooks({ stripe, apply, configured, settle, observer, log }: Context): Webhooks {
  /** What became of the delivery, in one word. */
  async function take(body: Buffer, signature: string | undefined): Promise<string> {
    const event = read(body, signature)
    if (event.livemode !== stripe.livemode) {
      throw new IdentityError('livemode_mismatch', 'The event is of the other mode than the secret key.')
    }
    if (event.snapshot === null) return 'other'
    const fact = { ...event, kind: 'event' as const, snapshot: event.snapshot, cause: 'webhook' as const }
    const { outcome, record } = await apply(fact).catch((cause: unknown) => {
      throw new IdentityError('store_unavailable', 'The event could not be stored; send it again.', { cause })
    })
    log.info({ event: event.id, type: event.type, outcome }, 'webhook')
    if (outcome === 'doubt' && record !== null) settle(record.id)
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
