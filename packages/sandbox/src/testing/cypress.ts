import type { ModalScript } from '../index.js'

/** What is needed of Cypress's globals. */
interface Cypress {
  readonly cy: { request(method: 'PUT', url: string, body: object): unknown }
  readonly Cypress: { env(name: string): unknown }
}

export interface NextOptions {
  /** Where the sandbox is; default the Cypress variable `SANDBOX_URL`, else http://localhost:12111. */
  readonly sandbox?: string
}

/**
 * Lets the next modal, or hosted page, do this by itself: Cypress does not reach into a frame of another origin. A list is
 * for several modals, one after the other. It is a command of Cypress's, to be given before the one that opens the modal.
 */
export function completeVerification(next: ModalScript, options: NextOptions = {}): void {
  const { cy, Cypress } = globalThis as unknown as Cypress
  const sandbox = options.sandbox ?? Cypress.env('SANDBOX_URL') ?? 'http://localhost:12111'
  cy.request('PUT', new URL('/_sandbox/modal', String(sandbox)).href, { next })
}
