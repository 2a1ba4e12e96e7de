import { type Scenario, Skipped } from '../stage.js'

/** The results of `verifyIdentity`. Needs a browser and a publishable key. */
export const modal: Scenario = {
  name: 'verifyIdentity',
  async run(stage) {
    const { page } = stage.side
    if (page === undefined) throw new Skipped('no --publishable-key')
    const [closed, declined, used, other] = [
      await stage.create(),
      await stage.create(),
      await stage.create(),
      await stage.create(),
    ]
    const cases = [
      {
        name: 'a closed modal',
        secret: closed.client_secret,
        wish: 'close the modal',
        second: { name: 'a second call while a modal is open', secret: other.client_secret },
      },
      { name: 'declined consent', secret: declined.client_secret, wish: 'choose "Decline consent"' },
      { name: 'a submission', secret: used.client_secret, wish: 'choose "Verification success"' },
      { name: 'a used secret', secret: used.client_secret, wish: null },
      { name: 'an invalid secret', secret: 'nonsense', wish: null },
    ]
    await stage.hands.script(['close', 'decline', 'verified'])
    const results = await stage.unlessRefused(page.play(cases))
    for (const [name, body] of Object.entries(results)) {
      stage.noteBody(name, body)
    }
    await stage.until(used.id, ({ status }) => status === 'verified')
  },
}
