import { loadScript, STRIPE_JS_URL } from '../../src/stripe-js.js'
import { fakeStripe } from '../../src/testing.js'
import { expect, scene, until } from './helpers.js'

const tags = () => document.querySelectorAll<HTMLScriptElement>('script[src^="https://js.stripe.com/"]')
const tag = () => tags()[0]

let current: ReturnType<typeof fakeStripe>
let made: unknown[][]
// One per page, because Stripe's own loader caches the first one.
const Stripe = Object.assign(
  (...args: unknown[]) => {
    made.push(args)
    return current
  },
  { version: 'endive' },
)

/** Acts like the loaded script, because tests have no network access to Stripe. */
function arrive() {
  current = fakeStripe()
  made = []
  ;(window as { Stripe?: unknown }).Stripe = Stripe
  tag()?.dispatchEvent(new Event('load'))
  return { stripe: current, made }
}

/** Fails every load of the script: before the session's answer, and again when it is needed. */
async function blocked<T>(started: Promise<T>): Promise<T> {
  let ended = false
  void started.finally(() => {
    ended = true
  })
  await until(() => {
    tag()?.dispatchEvent(new Event('error'))
    return ended
  })
  return started
}

describe('Stripe.js', () => {
  // Before each test, because the last element may still get the focus back, which counts as intent.
  beforeEach(() => {
    delete (window as { Stripe?: unknown }).Stripe
    tag()?.remove()
  })

  it('cannot be a string URL on this page: Trusted Types are enforced', () => {
    const script = document.createElement('script')
    expect(() => {
      script.src = STRIPE_JS_URL
    }).to.throw(TypeError)
  })

  it('is not loaded before intent, and Stripe() is not called before the key is known', async () => {
    const { element, server } = await scene(null, (element) => {
      element.stripe = undefined
    })
    expect(tags()).to.have.length(0)
    element.dispatchEvent(new PointerEvent('pointerenter'))
    await until(tag)
    expect(tag()!.src).to.equal(STRIPE_JS_URL)
    const { stripe, made } = arrive()
    expect(made).to.deep.equal([])
    const started = element.start()
    await until(() => stripe.isOpen)
    expect(made).to.deep.equal([['pk_test_fake', { locale: 'en' }]])
    expect(server.requests.filter(({ method }) => method === 'POST')).to.have.length(1)
    stripe.close()
    expect(await started).to.deep.equal({ outcome: 'dismissed' })
  })

  it('that is blocked is an error that can be retried', async () => {
    const { element, events, details } = await scene(null, (element) => {
      element.stripe = undefined
      element.locale = 'de'
      element.flow = 'modal'
    })
    expect(await blocked(element.start())).to.deep.equal({ outcome: 'failed' })
    expect(events.at(-1)).to.equal('identity-error')
    expect((details.at(-1) as { code: string }).code).to.equal('stripe_load_failed')
    expect(tags()).to.have.length(0)

    const again = element.start()
    await until(tag)
    const { stripe } = arrive()
    await until(() => stripe.isOpen)
    stripe.close()
    expect(await again).to.deep.equal({ outcome: 'dismissed' })
  })

  it('that never loads times out, and leaves nothing behind', async () => {
    const given = await loadScript(50).catch((error: Error) => error.message)
    expect(given).to.equal('Stripe.js could not be loaded')
    expect(tags()).to.have.length(0)
  })

  it('that the page already has is used', async () => {
    const { element } = await scene(null, (element) => {
      element.stripe = undefined
      element.locale = 'fr'
    })
    const { stripe } = arrive()
    const started = element.start()
    await until(() => stripe.isOpen)
    expect(tags()).to.have.length(0)
    stripe.close()
    await started
  })

  it("is not confused with another script of Stripe's", async () => {
    const url = 'https://js.stripe.com/v3/buy-button.js'
    const policy = window.trustedTypes?.createPolicy('stripe-identity-widget', { createScriptURL: () => url })
    const other = document.createElement('script')
    other.src = policy?.createScriptURL('') ?? url
    document.head.prepend(other)
    const loaded = loadScript()
    expect([...tags()].map(({ src }) => src)).to.deep.equal([url, STRIPE_JS_URL])
    other.remove()
    arrive()
    await loaded
  })

  it('is not blamed if the server returns no key', async () => {
    const { element, details } = await scene(null, (element) => {
      const { fetch } = element
      element.stripe = undefined
      element.fetch = async (url, init) => {
        const answer = await fetch!(url, init)
        if (init?.method !== 'POST') return answer
        return new Response(JSON.stringify({ ...(await answer.json()), publishable_key: null }))
      }
    })
    arrive()
    expect(await element.start()).to.deep.equal({ outcome: 'failed' })
    expect(details.at(-1)).to.deep.equal({ code: 'bad_response', cause: 'publishable_key' })
  })

  it('is added to the page once for two elements', async () => {
    const bare = (element: HTMLElement & { stripe?: unknown }) => {
      element.stripe = undefined
    }
    const one = await scene(null, bare)
    const two = await scene(null, bare)
    one.element.dispatchEvent(new PointerEvent('pointerenter'))
    two.element.dispatchEvent(new FocusEvent('focusin'))
    await until(tag)
    expect(tags()).to.have.length(1)
    arrive()
  })

  for (const [preload, loads] of [
    ['eager', true],
    ['none', false],
  ] as const)
    it(`with preload="${preload}" is fetched without intent: ${loads}`, async () => {
      const { element } = await scene(null, (element) => {
        element.stripe = undefined
        element.preload = preload
      })
      if (loads) await until(tag)
      element.dispatchEvent(new PointerEvent('pointerenter'))
      await import('../../src/run.js')
      expect(tags()).to.have.length(loads ? 1 : 0)
      arrive()
    })
})
