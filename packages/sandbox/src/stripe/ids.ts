import { randomBytes } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Random letters and digits, unguessable from 22 characters on. */
export function randomText(length: number): string {
  let text = ''
  for (const byte of randomBytes(length)) text += ALPHABET[byte % ALPHABET.length]
  return text
}

export type IdPrefix = 'vs' | 'vr' | 'evt' | 'we' | 'ed' | 'ephkey' | 'file' | 'link' | 'req' | 'key'

/** A fresh id of Stripe's shape, such as `vs_1Qf…`. */
export function newId(prefix: IdPrefix): string {
  return prefix === 'req' ? `req_${randomText(14)}` : `${prefix}_1${randomText(23)}`
}

/** What signs an endpoint's webhooks. */
export function newWebhookSecret(): string {
  return `whsec_${randomText(32)}`
}
