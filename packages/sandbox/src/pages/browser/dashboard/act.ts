import type { Address } from '../../../accounts.js'

/** Fired to call a control route for the account that the page shows. */
export class ActEvent extends Event {
  readonly path: string
  readonly body: object
  constructor(path: string, body: object = {}) {
    super('act', { bubbles: true, composed: true })
    this.path = path
    this.body = body
  }
}

/** Calls a control route for an account. Resolves with null, or with the reason for a refusal. */
export async function act({ key, connected }: Address, path: string, body: object): Promise<string | null> {
  try {
    const response = await fetch(`/_sandbox/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${key}`,
        ...(connected !== null && { 'stripe-account': connected }),
      },
      body: JSON.stringify(body),
    })
    const answer = (await response.json()) as { endpoints?: number; error?: { message?: string } }
    if (!response.ok) return answer.error?.message ?? `The sandbox answered ${response.status}.`
    return answer.endpoints === 0 ? 'No webhook endpoint takes events of this type.' : null
  } catch {
    return 'The sandbox did not answer. Is it still running?'
  }
}
