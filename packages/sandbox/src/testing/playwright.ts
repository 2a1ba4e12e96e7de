import type { ModalScript } from '../index.js'

/** What somebody does in the modal, as `setModal` takes it; errors that no button gives need `setModal`. */
export type Completion = Exclude<ModalScript, { readonly error: unknown } | readonly unknown[]>

interface Control {
  click(): Promise<void>
  selectOption(values: string): Promise<unknown>
}

interface Controls {
  getByRole(role: 'button', options: { name: string; exact: boolean }): Pick<Control, 'click'>
  getByLabel(text: string): Pick<Control, 'selectOption'>
}

/** What is needed of a `Page`, whichever of Playwright's packages it comes from. */
export interface PlaywrightPage extends Controls {
  url(): string
  frameLocator(selector: string): Controls
  locator(selector: string): { waitFor(options: { state: 'detached' }): Promise<void> }
}

const MODAL = 'iframe[title="Stripe Identity sandbox"]'

/**
 * Does what a user does in the sandbox's modal, once it opens, or on a session's own page (`/start/…`) where that is
 * what the browser shows. Resolves when the modal is gone; on the page, when the choice was made.
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
