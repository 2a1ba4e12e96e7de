import type { Stripe, StripeConstructorOptions } from '@stripe/stripe-js'
import { loadStripe } from '@stripe/stripe-js/pure/index.mjs'
import { candidates } from './language-tags.js'

/** The address from which `@stripe/stripe-js` loads Stripe.js. A test keeps the two equal. */
export const STRIPE_JS_URL = 'https://js.stripe.com/endive/stripe.js'

/** Other valid addresses of Stripe.js. Stripe's buy button and pricing table have the same origin and do not count. */
const STRIPE_JS = /^https:\/\/js\.stripe\.com\/(v3\/?|[a-z\d]+\/stripe\.js)(\?|$)/

/** The languages of Stripe.js, by its names. It warns about all others. */
const LANGUAGES = new Set([
  ...['ar', 'bg', 'cs', 'da', 'de', 'el', 'en', 'en-GB', 'es', 'es-419', 'et', 'fi', 'fil', 'fr', 'fr-CA'],
  ...['he', 'hr', 'hu', 'id', 'it', 'ja', 'ko', 'lt', 'lv', 'ms', 'mt', 'nb', 'nl', 'pl', 'pt', 'pt-BR'],
  ...['ro', 'ru', 'sk', 'sl', 'sv', 'th', 'tr', 'vi', 'zh', 'zh-HK', 'zh-TW'],
])

/** Shared by all copies of this package, because a strict page allows a policy to be created only once. */
const POLICY = Symbol.for('stripe-identity-widget.policy')

interface Policy {
  createScriptURL(url: string): string
}

interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy
}

declare global {
  interface Window {
    trustedTypes?: TrustedTypes
    [POLICY]?: Policy | undefined
  }
}

let loading: Promise<void> | null = null

/**
 * Loads Stripe's script once per page. A page that already has Stripe.js keeps it. A failed load leaves nothing
 * behind, so that a later call tries again.
 */
export function loadScript(timeoutMs = 15_000): Promise<void> {
  loading ??= insertScript(timeoutMs).finally(() => {
    loading = null
  })
  return loading
}

function insertScript(timeoutMs: number): Promise<void> {
  if (window.Stripe) return Promise.resolve()
  return new Promise((resolve, reject) => {
    let script = [...document.scripts].find(({ src }) => STRIPE_JS.test(src))
    if (!script) {
      script = document.createElement('script')
      // Under enforced Trusted Types a string would be refused, also in loadStripe.
      window[POLICY] ??= window.trustedTypes?.createPolicy('stripe-identity-widget', {
        createScriptURL: () => STRIPE_JS_URL,
      })
      script.src = window[POLICY]?.createScriptURL('') ?? STRIPE_JS_URL
      document.head.append(script)
    }
    const settle = () => {
      clearTimeout(timer)
      script.removeEventListener('load', settle)
      script.removeEventListener('error', settle)
      if (window.Stripe) return resolve()
      script.remove()
      reject(new Error('Stripe.js could not be loaded'))
    }
    const timer = setTimeout(settle, timeoutMs)
    script.addEventListener('load', settle)
    script.addEventListener('error', settle)
  })
}

const instances = new Map<string, Promise<Stripe | null>>()

/** Returns the `Stripe` for this key and language, created once per page. */
export async function openStripe(publishableKey: string, language: string): Promise<Stripe | null> {
  await loadScript()
  const locale = stripeLocale(language) as NonNullable<StripeConstructorOptions['locale']>
  const name = `${publishableKey} ${locale}`
  let instance = instances.get(name)
  if (!instance) {
    instance = loadStripe(publishableKey, { locale })
    instances.set(name, instance)
    instance.catch(() => instances.delete(name))
  }
  return instance
}

/** Stripe's name for the language of a tag; `auto` if Stripe does not have it. */
export function stripeLocale(tag: string): string {
  const names = candidates(tag).map((name) => (name === 'zh-Hant' ? 'zh-TW' : name))
  return names.find((name) => LANGUAGES.has(name)) ?? 'auto'
}
