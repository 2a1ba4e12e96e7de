import { sessionView } from '../../src/testing.js'
import { button, expect, scene, until } from './helpers.js'

async function inForm(session = sessionView(), setup = '') {
  const form = document.createElement('form')
  const fieldset = document.createElement('fieldset')
  form.append(fieldset)
  document.body.append(form)
  const here = await scene(session, (element) => {
    element.name = 'identity'
    element.required = setup !== 'optional'
  })
  fieldset.append(here.element)
  await here.element.updateComplete
  let submitted = 0
  form.addEventListener('submit', (event) => {
    submitted++
    event.preventDefault()
  })
  return { ...here, form, fieldset, submitted: () => submitted }
}

describe('in a form', () => {
  afterEach(() => document.querySelector('form')?.remove())

  it('blocks the form until verified', async () => {
    const { element, form, server, submitted } = await inForm()
    expect(form.checkValidity()).to.equal(false)
    expect(element.form).to.equal(form)
    expect(element.checkValidity()).to.equal(false)
    expect(element.validity.valueMissing).to.equal(true)
    expect(element.validationMessage).to.equal('Verify your identity')
    form.requestSubmit()
    expect(submitted()).to.equal(0)
    expect(document.activeElement).to.equal(element)
    expect(element.shadowRoot!.activeElement).to.equal(button(element))
    server.update({ status: 'verified' })
    await element.refresh()
    await element.updateComplete
    expect(form.checkValidity()).to.equal(true)
    form.requestSubmit()
    expect(submitted()).to.equal(1)
    expect(new FormData(form).get('identity')).to.equal('vs_test')
  })

  it('can be focused for the validation message without a button', async () => {
    const { element, form, server } = await inForm()
    server.update({ status: 'processing' })
    await element.refresh()
    await element.updateComplete
    expect(button(element)).to.equal(null)
    expect(form.reportValidity()).to.equal(false)
    expect(document.activeElement).to.equal(element)
  })

  it('can be focused for the validation message before its first answer', async () => {
    const form = document.createElement('form')
    document.body.append(form)
    const element = document.createElement('identity-verification')
    element.required = true
    element.fetch = () => new Promise(() => {})
    form.append(element)
    await element.updateComplete
    expect(element.shadowRoot!.querySelector('[aria-busy=true]')).not.to.equal(null)
    expect(form.reportValidity()).to.equal(false)
    expect(document.activeElement).to.equal(element)
    form.remove()
  })

  it("blocks the form regardless of the host's texts, also before they load", async () => {
    const { element, form } = await inForm()
    for (const messages of [{ idle: undefined, start: undefined }, { start: '' }]) {
      element.messages = messages as { start: string }
      await element.updateComplete
      expect(form.checkValidity()).to.equal(false)
      await until(() => element.validationMessage === 'Verify your identity')
      expect(element.shadowRoot!.querySelector('p')!.textContent).to.equal('Identity verification')
    }
  })

  it('does not block the form if it is optional', async () => {
    const { form } = await inForm(sessionView(), 'optional')
    expect(form.checkValidity()).to.equal(true)
  })

  it('keeps its value when its form is reset: the initial value comes from the server', async () => {
    const { element, form, server } = await inForm(sessionView({ status: 'verified' }))
    const requests = server.requests.length
    form.reset()
    expect(element.state).to.equal('verified')
    expect(form.checkValidity()).to.equal(true)
    expect(new FormData(form).get('identity')).to.equal('vs_test')
    await until(() => server.requests.length > requests)
    expect(server.requests.slice(requests).map(({ path }) => path)).to.deep.equal(['/sessions/current'])
    expect(element.state).to.equal('verified')
  })

  it('ends a run in progress when its form is reset', async () => {
    const { element, form, stripe } = await inForm()
    const started = element.start()
    await until(() => stripe.isOpen)
    form.reset()
    expect(await started).to.deep.equal({ outcome: 'aborted' })
    expect(element.state).to.equal('idle')
    expect(element.session!.id).to.equal('vs_test')
  })

  it('is disabled with its fieldset, in its appearance as well', async () => {
    const { element, fieldset, form } = await inForm()
    fieldset.disabled = true
    await until(() => button(element)!.disabled)
    expect(await element.start()).to.deep.equal({ outcome: 'disabled' })
    expect(form.checkValidity()).to.equal(true)
    fieldset.disabled = false
    element.disabled = true
    expect(await element.start()).to.deep.equal({ outcome: 'disabled' })
  })
})
