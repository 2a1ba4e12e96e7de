import { beforeEach, expect, it } from 'vitest'
import type { Stage } from './stage.js'

export const START = 'Verify your identity'
/** The duration of checks at the sandbox: half a second, or five seconds for buttons named async. */
const CHECKS_MS = 5_000

/** Tests of the booking page for any framework and any server. */
export function booksOnlyVerifiedGuests(stage: Stage, path: string): void {
  beforeEach(() => stage.stopClock())

  it.each(['Verification success', 'Verification success async'])(
    '%s is shown without a reload',
    async (outcome) => {
      const ada = await stage.arrive(path)
      await ada.button(START).click()
      await ada.choose(outcome)
      await ada.reaches('processing')
      await stage.pass(CHECKS_MS)
      await ada.reaches('verified')
      expect(await ada.text()).toContain('verified')
      expect(await ada.session()).toMatchObject({ status: 'verified' })
    },
  )

  it.each(['Verification failure', 'Verification failure async'])('%s can be retried', async (outcome) => {
    const ada = await stage.arrive(path)
    await ada.button(START).click()
    await ada.choose(outcome)
    await ada.reaches('processing')
    await stage.pass(CHECKS_MS)
    await ada.reaches('requires_input')
    expect(await ada.text()).toMatch(/document/i)
    const { id } = (await ada.session()) as { id: string }
    await ada.button('Try again').click()
    await ada.choose('Verification success')
    await ada.reaches('processing')
    await stage.pass(CHECKS_MS)
    await ada.reaches('verified')
    expect((await ada.session())?.id).toBe(id)
    expect(await stage.creates()).toBe(1)
  })

  it("shows the server's state after a reload", async () => {
    const ada = await stage.arrive(path)
    await ada.button(START).click()
    await ada.choose('Verification success async')
    await ada.reaches('processing')
    await expect.poll(() => ada.session()).toMatchObject({ status: 'processing' })
    await ada.page.reload()
    await ada.reaches('processing')
    await stage.pass(CHECKS_MS)
    await ada.reaches('verified')
    await ada.page.reload()
    await ada.reaches('verified')
  })

  it('accepts bookings only when verified', async () => {
    const ada = await stage.arrive(path)
    await ada.reaches('idle')
    await ada.button('Book the cabin').click()
    expect(new URL(ada.page.url()).pathname).toBe(path)
    await ada.button(START).click()
    await ada.choose('Verification success')
    await ada.reaches('processing')
    await stage.pass(CHECKS_MS)
    await ada.reaches('verified')
    await ada.button('Book the cabin').click()
    await ada.page.waitForURL('**/booked')
  })
}
