import type { ApiOptions } from './api.js'
import { type Conversation, createConversation } from './conversation.js'
import type { Beginning } from './first-questions.js'
import { isSameApi, isSameServer } from './same-server.js'

/** The conversations of this page. The next lookup drops those that are no longer in use. */
const conversations = new Set<Conversation>()

/**
 * Returns the conversation for these options. If only `fetch` has changed, a store that `isAlone` keeps its `present`
 * one. A store that leaves others behind starts with their state.
 */
export function conversationFor(
  options: ApiOptions,
  present: Conversation | null,
  isAlone: boolean,
): Conversation {
  const { endpoint, fetch } = options
  for (const one of conversations) if (!one.isInUse()) conversations.delete(one)
  const found = find(options)
  if (found) return found
  const isOurs = present !== null && isSameServer(present.core, options)
  if (isOurs && isAlone) {
    if (present.core.fetch !== fetch) present.renew(fetch)
    conversations.add(present)
    return present
  }
  return create(isOurs ? { endpoint, fetch, snapshot: present.getState() } : { endpoint, fetch })
}

/** Returns the conversation that continues a first question. */
export function conversationFrom(beginning: Beginning): Conversation {
  return find(beginning) ?? create(beginning)
}

function find(options: ApiOptions): Conversation | undefined {
  return [...conversations].find(({ core }) => isSameApi(core, options))
}

function create(beginning: Partial<Beginning>): Conversation {
  const conversation = createConversation(beginning)
  conversations.add(conversation)
  return conversation
}
