import { createStripe, type SandboxConfig, type StripeFactory } from './stripe.js'

/** Set by the server, which wraps this script in a function with this parameter. */
declare const SANDBOX: SandboxConfig

declare global {
  interface Window {
    Stripe?: StripeFactory
  }
}

/** The origin from which the page loaded the script, or the server's own if the script was loaded in another way. */
function originOf(config: SandboxConfig): string {
  const script = document.currentScript
  if (!(script instanceof HTMLScriptElement) || !script.src) return config.origin
  const url = new URL(script.src)
  return url.host === new URL(config.origin).host ? url.origin : config.origin
}

const origin = originOf(SANDBOX)
if (window.Stripe && window.Stripe.sandbox !== origin) {
  console.warn(
    `The Stripe Identity sandbox at ${origin} replaces the Stripe.js that this page had loaded before.`,
  )
}
if (window.Stripe?.sandbox !== origin) window.Stripe = createStripe({ ...SANDBOX, origin })
