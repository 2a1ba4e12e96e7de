import type { ApiOptions } from './api.js'
import { type Conversation, createConversation } from './conversation.js'
import type { Beginning } from './first-questions.js'
import { isSameApi, isSameServer } from './same-server.js'

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

/** The conversation that goes on with a first question. */
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
