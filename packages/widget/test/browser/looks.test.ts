import { sessionView } from '../../src/testing.js'
import { axeViolations } from './axe.js'
import { contrast } from './colors.js'
import { button, expect, type IdentityVerification, scene, seen, until } from './helpers.js'

const part = (element: IdentityVerification, name: string) =>
  element.shadowRoot!.querySelector<HTMLElement>(`[part~=${name}]`)!

const style = (node: Element) => getComputedStyle(node)

/** The colour behind a part: the frame's over the page's. */
const behind = (element: IdentityVerification) => ['Canvas', style(part(element, 'base')).backgroundColor]

function setAll(element: IdentityVerification, properties: Record<string, string>): void {
  for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value)
}

describe('looks', () => {
  afterEach(() => {
    document.documentElement.style.colorScheme = ''
  })

  for (const background of ['#0f172a', '#fff8f0', 'transparent', '#0000', 'Canvas'])
    for (const scheme of ['light', 'dark'])
      it(`all text is legible on ${background}, ${scheme}`, async () => {
        document.documentElement.style.colorScheme = scheme
        const { element } = await scene()
        element.style.setProperty('--identity-background', background)
        for (const name of ['message', 'detail', 'privacy'])
          expect(contrast(style(part(element, name)).color, ...behind(element)), name).to.be.at.least(4.5)
      })

  it('custom properties set colours and sizes', async () => {
    const { element } = await scene(sessionView({ last_error: { code: 'document_expired', reason: null } }))
    setAll(element, {
      '--identity-color': 'rgb(1, 2, 3)',
      '--identity-secondary': 'rgb(4, 5, 6)',
      '--identity-border': 'rgb(7, 8, 9)',
      '--identity-danger': 'rgb(250, 0, 0)',
      '--identity-gap': '3px',
      '--identity-radius': '20px',
    })
    await until(() => part(element, 'detail'))
    expect(style(part(element, 'message')).color).to.equal('rgb(1, 2, 3)')
    expect(style(part(element, 'detail')).color).to.equal('rgb(4, 5, 6)')
    expect(style(part(element, 'base')).borderTopColor).to.equal('rgb(7, 8, 9)')
    expect(style(part(element, 'base')).gap).to.equal('3px')
    expect(style(part(element, 'button')).borderRadius).to.equal('14px')
    element.style.setProperty('--identity-button-radius', '99px')
    expect(style(part(element, 'button')).borderRadius).to.equal('99px')
    const icon = style(part(element, 'icon')).color
    element.style.setProperty('--identity-danger', 'rgb(0, 0, 250)')
    expect(style(part(element, 'icon')).color).not.to.equal(icon)
  })

  it('success has its own colour', async () => {
    const { element } = await scene(sessionView({ status: 'verified' }))
    const icon = style(part(element, 'icon')).color
    element.style.setProperty('--identity-success', 'rgb(250, 0, 250)')
    expect(style(part(element, 'icon')).color).not.to.equal(icon)
  })

  it('the plain appearance has no box', async () => {
    const { element } = await scene()
    expect(element.appearance).to.equal('card')
    expect(element.hasAttribute('appearance')).to.equal(false)
    element.appearance = 'plain'
    await element.updateComplete
    expect(element.getAttribute('appearance')).to.equal('plain')
    const { borderTopWidth, paddingTop, backgroundColor } = style(part(element, 'base'))
    expect([borderTopWidth, paddingTop]).to.deep.equal(['0px', '0px'])
    expect(contrast(backgroundColor, 'Canvas')).to.be.below(1.01)
    expect(part(element, 'detail').getBoundingClientRect().height).to.be.greaterThan(10)
  })

  it('the button appearance is only a button until there is a status', async () => {
    const here = await scene(null, (it) => {
      it.setAttribute('appearance', 'button')
    })
    const { element, stripe } = here
    await until(() => button(element))
    const { width, height } = element.getBoundingClientRect()
    expect(height).to.equal(button(element)!.getBoundingClientRect().height)
    expect(width).to.be.at.most(480)
    expect(style(part(element, 'status').parentElement!).clipPath).to.equal('inset(50%)')
    void element.start()
    await until(() => stripe.isOpen && seen(element).includes('Continue'))
    const status = part(element, 'status').getBoundingClientRect()
    const start = button(element)!.getBoundingClientRect()
    expect(status.left).to.be.greaterThan(start.right)
    expect(style(part(element, 'status').parentElement!).clipPath).to.equal('none')
  })

  it('the button appearance shows its whole status below in a narrow column', async () => {
    const box = document.createElement('div')
    box.style.width = '300px'
    document.body.append(box)
    const { element } = await scene(
      sessionView({ last_error: { code: 'document_expired', reason: null } }),
      (it) => {
        it.appearance = 'button'
      },
    )
    box.append(element)
    await until(() => button(element) && part(element, 'detail'))
    const start = button(element)!.getBoundingClientRect()
    const icon = part(element, 'icon').getBoundingClientRect()
    const status = part(element, 'status').getBoundingClientRect()
    expect(icon.top).to.be.at.least(start.bottom)
    expect(icon.left).to.equal(start.left)
    expect(status.left).to.be.greaterThan(icon.right)
    expect(status.width).to.be.greaterThan(230)
    box.remove()
  })

  it('the privacy note is shown until there is a result', async () => {
    const { element, stripe, server } = await scene()
    const said: (string | undefined)[] = []
    const note = () => said.push(part(element, 'privacy')?.textContent.trim())
    note()
    const started = element.start()
    await until(() => stripe.isOpen && seen(element).includes('Continue'))
    note()
    stripe.submit()
    await started
    await until(() => server.held === 1)
    await element.updateComplete
    note()
    expect(said[0]).to.match(/^Stripe/)
    expect(said).to.deep.equal([said[0], said[0], undefined])
  })

  for (const appearance of ['plain', 'button'] as const)
    it(`axe finds no violation in the ${appearance} appearance`, async () => {
      for (const known of [null, sessionView({ last_error: { code: 'document_expired', reason: null } })]) {
        const { element } = await scene(known, (it) => {
          it.appearance = appearance
        })
        await until(() => part(element, 'message'))
        expect(await axeViolations(element)).to.deep.equal([])
        element.remove()
      }
    })

  it('icons are drawings hidden from screen readers', async () => {
    for (const known of [null, sessionView({ status: 'verified' }), sessionView({ status: 'canceled' })]) {
      const { element } = await scene(known)
      const icon = part(element, 'icon')
      await until(() => icon.querySelector('svg > *'))
      expect(icon.getAttribute('aria-hidden')).to.equal('true')
      expect(icon.textContent!.trim()).to.equal('')
    }
  })

  it('an invalid host text is reported once, and the element’s own is shown', async () => {
    const reports: unknown[][] = []
    const report = console.error
    console.error = (...args: unknown[]) => reports.push(args)
    try {
      const { element } = await scene(null, (it) => {
        it.messages = { idle: 7 } as never
      })
      await until(() => seen(element).includes('Identity verification'))
      element.requestUpdate()
      await element.updateComplete
      expect(reports).to.have.length(1)
      expect(reports[0]![0]).to.include('messages.idle must be { title, detail }')
      expect(seen(element)).to.include('Verify your identity')
    } finally {
      console.error = report
    }
  })

  it('a host’s text is updated with the session', async () => {
    const { element, server } = await scene(sessionView({ status: 'processing', attempts: 1 }), (it) => {
      it.messages = {
        processing: (session) => ({ title: `Attempt ${session!.attempts}` }),
        verified: { title: 'Welcome aboard' },
      }
    })
    await until(() => seen(element) === 'Attempt 1')
    server.update({ status: 'verified' })
    await until(() => seen(element) === 'Welcome aboard')
  })

  it('without texts for a language, English is marked as English, but the host’s own text is not', async () => {
    const { element } = await scene(null, (it) => {
      it.locale = 'fa'
      it.messages = { start: 'شروع' }
    })
    await until(() => button(element)?.textContent.includes('شروع'))
    expect(part(element, 'base').hasAttribute('dir')).to.equal(false)
    expect(part(element, 'base').hasAttribute('lang')).to.equal(false)
    expect(part(element, 'message').querySelector('[lang=en][dir=ltr]')).not.to.equal(null)
    expect(button(element)!.querySelector('[lang]')).to.equal(null)
  })

  it('a language that is still loading shows no text of another', async () => {
    const said: string[] = []
    const { element } = await scene(null, (it) => {
      it.locale = 'de'
      const observer = new MutationObserver(() => said.push(seen(it)))
      queueMicrotask(() => observer.observe(it.shadowRoot!, { childList: true, subtree: true }))
    })
    await until(() => seen(element).includes('Identitätsprüfung'))
    expect(said.join()).not.to.include('Identity verification')
  })
})
