import type { SessionView } from 'stripe-identity-contract'
import type { Messages, Text } from './messages.js'

/** The host's texts. Each is checked when it is shown; an invalid one is reported and left out. */
export class OwnTexts {
  #reported = new Set<string>()

  /** The host's text for a key; undefined if there is none. */
  text(messages: Messages | undefined, key: string, session: SessionView | null): Text | undefined {
    const value = this.#value(messages, key, session)
    if (!value) return undefined
    if (isText(value)) return value
    this.#report(key, '{ title, detail } or a function that returns it', value)
    return undefined
  }

  /** The host's text for a key without title and detail, such as a button's label. */
  label(messages: Messages | undefined, key: string, session: SessionView | null): string | undefined {
    const value = this.#value(messages, key, session)
    if (!value) return undefined
    if (typeof value === 'string') return value
    this.#report(key, 'a string or a function that returns one', value)
    return undefined
  }

  #value(messages: unknown, key: string, session: SessionView | null): unknown {
    if (!messages) return undefined
    if (typeof messages !== 'object') {
      this.#report('', 'an object', messages)
      return undefined
    }
    if (!Object.hasOwn(messages, key)) return undefined
    const value: unknown = messages[key as keyof typeof messages]
    if (typeof value !== 'function') return value
    try {
      return value(session)
    } catch (thrown) {
      this.#report(key, 'a function that does not throw', thrown)
      return undefined
    }
  }

  #report(key: string, expected: string, value: unknown): void {
    if (this.#reported.has(key)) return
    this.#reported.add(key)
    console.error(`identity-verification: messages${key && `.${key}`} must be ${expected}; it is`, value)
  }
}

function isText(value: unknown): value is Text {
  if (typeof value !== 'object' || value === null) return false
  const { title, detail } = value as Record<string, unknown>
  return !!title && typeof title === 'string' && (detail === undefined || typeof detail === 'string')
}
