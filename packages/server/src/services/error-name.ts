import { StoreError } from '../store/store-error.js'
import { stripesWords } from '../stripe.js'

/** Names an error for the log, by names and codes only, since messages may quote text from Stripe or a database. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (error instanceof StoreError) return `${error.name}: ${error.reason}`
  const code = Reflect.get(error, 'code') ?? Reflect.get(error, 'kind')
  const { code: stripes = null, param = null } = stripesWords(error) ?? {}
  return [error.name, code, stripes, param].filter((word) => word !== undefined && word !== null).join(' ')
}
