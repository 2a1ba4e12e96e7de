import 'stripe-identity-widget/define'
import { type Outcome, type SessionView, VerificationError } from 'stripe-identity-widget'

// The types for a page in plain TypeScript, or for the native element of an Angular component. Compiled, never run.

const element = document.createElement('identity-verification')
element.endpoint = '/identity'
element.stripe = (key, { locale }) => window.Stripe!(key, { locale: locale as 'en' })
element.addEventListener('identity-verified', ({ detail }) => detail.session.id)
element.addEventListener('identity-error', ({ detail }) => detail.code === 'stripe_load_failed')
document.addEventListener('identity-status', ({ detail }) => detail.session satisfies SessionView | null)
const outcome: Promise<{ outcome: Outcome }> = element.start()
if (element.error instanceof VerificationError) element.error.code satisfies string
// @ts-expect-error there is no such flow
element.flow = 'popup'
// @ts-expect-error only the server sets this
element.state = 'verified'
// @ts-expect-error there is no such code
element.addEventListener('identity-error', ({ detail }) => detail.code === 'oops')

export { outcome }
