import type { Logger } from 'pino'
import { IdentityError } from '../errors.js'
import type { StripeApi } from '../stripe.js'
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
  log: Logger
}

export function createWebhooks({ stripe, apply, configured, settle, log }: Context): Webhooks {
  return {
    async receive(body, signature) {
      if (!configured) {
        throw new IdentityError(
          'webhook_not_configured',
          'No webhook secret is set, so no delivery can be trusted.',
        )
      }
      let event: ReturnType<StripeApi['readEvent']>
      try {
        event = stripe.readEvent(body, signature)
      } catch (error) {
        throw stripeError(error)
      }
      if (event.livemode !== stripe.livemode) {
        throw new IdentityError('livemode_mismatch', 'The event is of the other mode than the secret key.')
      }
      if (event.snapshot === null) return
      const applied = await apply({
        ...event,
        kind: 'event',
        snapshot: event.snapshot,
        cause: 'webhook',
      }).catch((cause: unknown) => {
        throw new IdentityError('store_unavailable', 'The event could not be stored; send it again.', {
          cause,
        })
      })
      log.info({ event: event.id, type: event.type, outcome: applied.outcome }, 'webhook')
      if (applied.outcome === 'doubt' && applied.record !== null) settle(applied.record.id)
    },
  }
}
