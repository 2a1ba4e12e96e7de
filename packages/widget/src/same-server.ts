import { DEFAULT_BASE_PATH } from 'stripe-identity-contract'
import type { ApiOptions } from './api.js'

/** Whether two hosts ask the same server in the same way, and so share what it answers. */
export function isSameApi(one: ApiOptions, other: ApiOptions): boolean {
  return one.fetch === other.fetch && isSameServer(one, other)
}

export function isSameServer(one: ApiOptions, other: ApiOptions): boolean {
  return urlOf(one) === urlOf(other)
}

function urlOf({ endpoint }: ApiOptions): string {
  const path = endpoint || DEFAULT_BASE_PATH
  try {
    return new URL(path, document.baseURI).href.replace(/\/$/, '')
  } catch {
    // No page, or no URL: then the requests say what is wrong.
    return path
  }
}
