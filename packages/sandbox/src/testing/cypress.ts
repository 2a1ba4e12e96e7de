import type { ModalScript } from '../index.js'

/** The part of Cypress's globals used here. */
interface Cypress {
  readonly cy: { request(method: 'PUT', url: string, body: object): unknown }
  readonly Cypress: { env(name: string): unknown }
}

export interface NextOptions {
  /** The sandbox's address. Default: the Cypress variable `SANDBOX_URL`, or http://localhost:12111. */
  readonly sandbox?: string
}

/**
 * Scripts the next modal or hosted page, because Cypress cannot reach into a frame of another origin. A list scripts
 * several modals in turn. Runs as a Cypress command, so call it before the command that opens the modal.
 */
export function completeVerification(next: ModalScript, options: NextOptions = {}): void {
  const { cy, Cypress } = globalThis as unknown as Cypress
  const sandbox = options.sandbox ?? Cypress.env('SANDBOX_URL') ?? 'http://localhost:12111'
  cy.request('PUT', new URL('/_sandbox/modal', String(sandbox)).href, { next })
}
