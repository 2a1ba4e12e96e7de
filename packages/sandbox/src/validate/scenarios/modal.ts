import { type Scenario, Skipped } from '../stage.js'

/** What `verifyIdentity` resolves with, where somebody has a browser and a publishable key. */
export const modal: Scenario = {
  name: 'verifyIdentity',
  async run(stage) {
    const { page } = stage.side
    if (page === undefined) throw new Skipped('no --publishable-key')
    const [closed, declined, used] = [await stage.create(), await stage.create(), await stage.create()]
    const cases = [
      { name: 'a modal that is closed', secret: closed.client_secret, wish: 'close the modal' },
      {
        name: 'a consent that is declined',
        secret: declined.client_secret,
        wish: 'choose "Decline consent"',
      },
      { name: 'a submission', secret: used.client_secret, wish: 'choose "Verification success"' },
      { name: 'a secret that is used', secret: used.client_secret, wish: null },
      { name: 'a secret that is none', secret: 'nonsense', wish: null },
    ]
    await stage.hands.script(['close', 'decline', 'verified'])
    const results = await stage.unlessRefused(page.play(cases))
    for (const [name, body] of Object.entries(results)) {
      stage.note(name, { status: 200, headers: new Headers(), body })
    }
    await stage.until(used.id, ({ status }) => status === 'verified')
  },
}
