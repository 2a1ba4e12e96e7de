import type { ModalScript } from '../index.js'

/** An action in the modal, as `setModal` takes it. Errors without a button need `setModal`. */
export type Completion = Exclude<ModalScript, { readonly error: unknown } | readonly unknown[]>

interface Control {
  click(): Promise<void>
  selectOption(values: string): Promise<unknown>
}

interface Controls {
  getByRole(role: 'button', options: { name: string; exact: boolean }): Pick<Control, 'click'>
  getByLabel(text: string): Pick<Control, 'selectOption'>
}

/** The part of a `Page` used here, common to all of Playwright's packages. */
export interface PlaywrightPage extends Controls {
  url(): string
  frameLocator(selector: string): Controls
  locator(selector: string): { waitFor(options: { state: 'detached' }): Promise<void> }
}

const MODAL = 'iframe[title="Stripe Identity sandbox"]'

/**
 * Acts as the user in the sandbox's modal once it opens, or on a session's own page (`/start/…`) if the browser shows
 * that. Resolves when the modal has closed; on the page, when the choice has been made.
 */
export async function completeVerification(page: PlaywrightPage, completion: Completion): Promise<void> {
  const hosted = new URL(page.url()).pathname.startsWith('/start/')
  const controls = hosted ? page : page.frameLocator(MODAL)
  if (typeof completion === 'object') {
    const { error_code, person } = completion
    if (error_code !== undefined)
      await controls.getByLabel('Error code of a failure').selectOption(error_code)
    if (person !== undefined) await controls.getByLabel('Person that is found').selectOption(person)
  }
  await controls.getByRole('button', { name: buttonOf(completion), exact: true }).click()
  if (!hosted) await page.locator(MODAL).waitFor({ state: 'detached' })
}

function buttonOf(completion: Completion): string {
  if (completion === 'decline') return 'Decline consent'
  if (completion === 'close') return 'Close'
  const { outcome, async = false } = typeof completion === 'string' ? { outcome: completion } : completion
  return `Verification ${outcome === 'verified' ? 'success' : 'failure'}${async ? ' async' : ''}`
}
