import { DEFAULT_BASE_PATH } from 'stripe-identity-contract'
import type { ApiOptions } from './api.js'
import { type Conversation, createConversation } from './conversation.js'

/** The conversations of this page. One that is no longer in use is dropped when the next is looked for. */
const conversations = new Set<Conversation>()

/**
 * The conversation for these options. Where only `fetch` is another than before, the `present` one goes on for a store
 * that `isAlone` in it; a store that leaves others behind begins with what they know.
 */
export function conversationFor(
  options: ApiOptions,
  present: Conversation | null,
  isAlone: boolean,
): Conversation {
  const { endpoint, fetch } = options
  for (const one of conversations) if (!one.isInUse()) conversations.delete(one)
  const found = [...conversations].find((one) => isSameServer(one.core, options) && one.core.fetch === fetch)
  if (found) return found
  const isOurs = present !== null && isSameServer(present.core, options)
  let conversation: Conversation
  if (isOurs && isAlone) {
    conversation = present
    if (present.core.fetch !== fetch) present.renew(fetch)
  } else conversation = createConversation(endpoint, fetch, isOurs ? present.getState() : undefined)
  conversations.add(conversation)
  return conversation
}

function isSameServer(one: ApiOptions, other: ApiOptions): boolean {
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
