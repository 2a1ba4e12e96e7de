import { StoreError } from '../store/store-error.js'
import { stripesWords } from '../stripe.js'

/** How a log names an error: names and codes only, since messages may quote what Stripe or a database wrote. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (error instanceof StoreError) return `${error.name}: ${error.reason}`
  const code = Reflect.get(error, 'code') ?? Reflect.get(error, 'kind')
  const { code: stripes = null, param = null } = stripesWords(error) ?? {}
  return [error.name, code, stripes, param].filter((word) => word !== undefined && word !== null).join(' ')
}
