import type { IncomingMessage } from 'node:http'
import { REFUSALS } from './refusals.js'

export type KeyKind = 'secret' | 'restricted'

/** A key with an account name: `sk_test_<account>_…`. */
const NAMED = /^[sr]k_test_([0-9A-Za-z]{1,64})_\S+$/

/** The key in `Authorization: Bearer <key>`, or in Basic as the user; empty if there is none. */
export function readKey(authorization: string | undefined): string {
  const [, scheme = '', value = ''] = /^\s*(\S+)\s+(.*?)\s*$/.exec(authorization ?? '') ?? []
  if (/^bearer$/i.test(scheme)) return value
  if (/^basic$/i.test(scheme)) return Buffer.from(value, 'base64').toString('utf8').split(':')[0] ?? ''
  return ''
}

/** The accounts that a call names: by its key, and in `Stripe-Account` or `Stripe-Context` those connected to it. */
export interface Named {
  readonly key: string
  readonly connected: readonly string[]
}

export function readNamed({ headers }: IncomingMessage): Named {
  const connected = [headers['stripe-account'], headers['stripe-context']]
  return { key: readKey(headers.authorization), connected: connected.flatMap((id) => id || []) }
}

/** The account name in a key; undefined if it has none. */
export function accountOfKey(key: string): string | undefined {
  return NAMED.exec(key)?.[1]
}

/**
 * Returns the kind of a key. Every test key is accepted, unless keys have to name accounts. Live keys are refused
 * with a hint, so that they are not sent here again.
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
    ? ' The key must name an account of this sandbox: sk_test_<account>_123.'
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
