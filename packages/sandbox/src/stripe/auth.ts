import { REFUSALS } from './refusals.js'

export type KeyKind = 'secret' | 'restricted'

/** A key that opens an account by its name: `sk_test_<account>_…`. */
const NAMED = /^[sr]k_test_([0-9A-Za-z]{1,64})_\S+$/

/** The key of `Authorization: Bearer <key>`, or Basic with the key as user; empty where there is none. */
export function readKey(authorization: string | undefined): string {
  const [, scheme = '', value = ''] = /^\s*(\S+)\s+(.*?)\s*$/.exec(authorization ?? '') ?? []
  if (/^bearer$/i.test(scheme)) return value
  if (/^basic$/i.test(scheme)) return Buffer.from(value, 'base64').toString('utf8').split(':')[0] ?? ''
  return ''
}

/** The name in a key; undefined where it has none. */
export function accountOfKey(key: string): string | undefined {
  return NAMED.exec(key)?.[1]
}

/**
 * Which kind of key it is. Any test key will do, unless each has to name an account; a live key is refused, so that
 * nobody sends one here twice.
 */
export function authenticate(key: string, mustName: boolean): KeyKind {
  if (key === '') throw REFUSALS.noKey()
  if (/^pk_test_\S+$/.test(key)) throw REFUSALS.publishableKey()
  if (/^[sr]k_test_\S+$/.test(key) && (!mustName || accountOfKey(key) !== undefined)) {
    return key.startsWith('sk') ? 'secret' : 'restricted'
  }
  throw REFUSALS.invalidKey(masked(key), hint(key))
}

function hint(key: string): string {
  if (/^[a-z]+_live_/.test(key)) return ' This is a sandbox: it takes test keys only.'
  return /^[sr]k_test_\S+$/.test(key)
    ? ' This sandbox has accounts: a key names one, as sk_test_<account>_123 does.'
    : ''
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
