import { sessionView } from '../../src/testing.js'
import { button, expect, scene, seen, until } from './helpers.js'

describe('the element as a form control', () => {
  async function inForm(session = sessionView()) {
    const form = document.createElement('form')
    document.body.append(form)
    const here = await scene(session, (element) => {
      element.id = 'idv'
      element.name = 'identity'
    })
    form.append(here.element)
    return { ...here, form }
  }
  afterEach(() => {
    document.querySelector('form')?.remove()
  })

  it('has the properties of native controls, and is in form.elements', async () => {
    const { element, form } = await inForm()
    expect([...form.elements]).to.deep.equal([element])
    expect(element.type).to.equal('identity-verification')
    expect(element.value).to.equal('vs_test')
    expect(element.name).to.equal('identity')
    expect(element.willValidate).to.equal(true)
    const label = document.createElement('label')
    label.htmlFor = 'idv'
    form.append(label)
    expect([...element.labels]).to.deep.equal([label])
    element.disabled = true
    await element.updateComplete
    expect(element.willValidate).to.equal(false)
  })

  it('has no value without a session, and its value cannot be set', async () => {
    const { element, form, server } = await inForm()
    server.session = null
    await element.refresh()
    expect(element.value).to.equal('')
    element.value = 'vs_stolen'
    expect(element.value).to.equal('')
    expect(new FormData(form).get('identity')).to.equal(null)
  })

  it('can be invalid for the host’s own reason, too', async () => {
    const { element, form } = await inForm()
    expect(form.checkValidity()).to.equal(true)
    element.setCustomValidity('Choose a seat first.')
    expect(form.checkValidity()).to.equal(false)
    expect(element.validity.customError).to.equal(true)
    expect(element.validationMessage).to.equal('Choose a seat first.')
    element.setCustomValidity('')
    expect(form.checkValidity()).to.equal(true)
  })

  it('ignores a value restored by the browser', async () => {
    const { element, server } = await inForm()
    const before = server.requests.length
    element.formStateRestoreCallback()
    await until(() => server.requests.length > before)
    expect(element.value).to.equal('vs_test')
  })
})

describe('the focus', () => {
  it('stays inside when an answer replaces the status by a button', async () => {
    const here = await scene()
    const { element, stripe, server } = here
    element.focus()
    const started = element.start()
    await until(() => stripe.isOpen)
    stripe.submit()
    await started
    await element.updateComplete
    await until(() => element.shadowRoot!.activeElement?.getAttribute('part') === 'status')
    server.update({ last_error: { code: 'document_expired', reason: null } })
    await until(() => button(element))
    await element.updateComplete
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(document.activeElement === element).to.equal(true)
    expect(element.shadowRoot!.activeElement === button(element)).to.equal(true)
  })

  it('stays inside when the focused button is removed', async () => {
    const { element, server } = await scene(sessionView())
    await until(() => button(element))
    element.focus()
    expect(element.shadowRoot!.activeElement === button(element)).to.equal(true)
    server.update({ status: 'verified' })
    await element.refresh()
    await until(() => !button(element))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(document.activeElement === element).to.equal(true)
  })

  it('stays inside when the focused help is removed', async () => {
    const { element, server } = await scene(
      sessionView({ last_error: { code: 'consent_declined', reason: null } }),
      (element) => {
        const help = document.createElement('a')
        help.slot = 'help'
        help.href = '/desk'
        help.textContent = 'Another way'
        element.append(help)
      },
    )
    await until(() => seen(element).includes('agree'))
    element.querySelector('a')!.focus()
    expect(document.activeElement === element.querySelector('a')).to.equal(true)
    server.update({ last_error: { code: 'document_expired', reason: null } })
    await element.refresh()
    await until(() => seen(element).includes('expired'))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(document.activeElement === element).to.equal(true)
  })

  it('is not moved to an element that did not have it', async () => {
    const { element, server } = await scene(sessionView())
    const input = document.createElement('input')
    document.body.append(input)
    input.focus()
    server.update({ status: 'verified' })
    await element.refresh()
    await element.updateComplete
    expect(document.activeElement === input).to.equal(true)
    input.remove()
  })
})

describe('a button of the host', () => {
  afterEach(() => document.querySelector('#own')?.remove())

  function ownButton(attributes: Record<string, string>, tag = 'button'): HTMLElement {
    const box = document.createElement('form')
    box.id = 'own'
    const own = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) own.setAttribute(name, value)
    box.append(own)
    document.body.append(box)
    return own
  }

  const setId = (element: HTMLElement) => {
    element.id = 'idv'
  }

  it('starts the element by `data-identity-start`, without submitting its form', async () => {
    const { stripe } = await scene(null, setId)
    const own = ownButton({ 'data-identity-start': 'idv' })
    own.append(document.createElement('b'))
    let sent = 0
    own.parentElement!.addEventListener('submit', (event) => {
      event.preventDefault()
      sent++
    })
    own.querySelector('b')!.click()
    await until(() => stripe.isOpen)
    expect(sent).to.equal(0)
  })

  it('starts the element by `command`, if the browser supports it', async () => {
    const { stripe, element } = await scene(null, setId)
    const own = ownButton({ type: 'button', commandfor: 'idv', command: '--start' })
    if ('command' in HTMLButtonElement.prototype) {
      own.click()
      await until(() => stripe.isOpen)
    } else {
      own.click()
      expect(element.state).to.equal('idle')
    }
  })

  it('starts the element once with both attributes', async () => {
    const { stripe, server } = await scene(null, setId)
    ownButton({
      type: 'button',
      commandfor: 'idv',
      command: '--start',
      'data-identity-start': 'idv',
    }).click()
    await until(() => stripe.isOpen)
    expect(server.requests.filter(({ method }) => method === 'POST')).to.have.length(1)
  })

  it('starts neither another element, nor a disabled or removed one', async () => {
    const { element, events } = await scene(null, (element) => {
      setId(element)
      element.disabled = true
    })
    const other = await scene(null, (element) => {
      element.id = 'other'
    })
    const own = ownButton({ type: 'button', 'data-identity-start': 'idv' })
    own.click()
    element.disabled = false
    element.remove()
    own.click()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(events).not.to.include('identity-start')
    expect(other.events).not.to.include('identity-start')
  })

  it('can be in another shadow tree', async () => {
    const { stripe } = await scene(null, setId)
    const box = ownButton({}, 'div')
    const own = document.createElement('button')
    own.dataset.identityStart = 'idv'
    box.attachShadow({ mode: 'open' }).append(own)
    own.click()
    await until(() => stripe.isOpen)
  })
})
