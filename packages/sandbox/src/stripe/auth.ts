import { StripeError } from './errors.js'

export type KeyKind = 'secret' | 'restricted'

const DOCS =
  'See https://stripe.com/docs/api#authentication for details, or we can help at https://support.stripe.com/.'

/**
 * Which kind of key signs the request, by `Authorization: Bearer <key>` or Basic with the key as user.
 * Any test key will do; a live key is refused, so that nobody sends one here twice.
 */
export function authenticate(authorization: string | undefined): KeyKind {
  const key = readKey(authorization)
  if (!key) {
    throw unauthorized(
      `You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). ${DOCS}`,
    )
  }
  if (/^sk_test_\S+$/.test(key)) return 'secret'
  if (/^rk_test_\S+$/.test(key)) return 'restricted'
  if (/^pk_test_\S+$/.test(key)) {
    throw unauthorized(
      'This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.',
      'secret_key_required',
    )
  }
  const live = /^[a-z]+_live_/.test(key) ? ' This is a sandbox: it takes test keys only.' : ''
  throw unauthorized(`Invalid API Key provided: ${masked(key)}.${live}`)
}

function readKey(authorization: string | undefined): string {
  const [, scheme = '', value = ''] = /^\s*(\S+)\s+(.*?)\s*$/.exec(authorization ?? '') ?? []
  if (/^bearer$/i.test(scheme)) return value
  if (/^basic$/i.test(scheme)) return Buffer.from(value, 'base64').toString('utf8').split(':')[0] ?? ''
  return ''
}

/** The kind of the key and its last four characters, as Stripe shows it. */
function masked(key: string): string {
  const [kind = ''] = /^(sk|rk|pk)_(test|live)_/.exec(key) ?? []
  const rest = key.slice(kind.length)
  return rest.length > 12 ? `${kind}****${printable(rest.slice(-4))}` : `${kind}****`
}

function printable(text: string): string {
  return text.replace(/[^\x21-\x7e]/g, '?')
}

function unauthorized(message: string, code?: string): StripeError {
  return new StripeError(401, message, {
    ...(code !== undefined && { code }),
    headers: { 'www-authenticate': 'Basic realm="Stripe"' },
  })
}
