import type { VerificationState } from 'stripe-identity-widget'
import { type Choices, ERRORS, FAILURES, LOCALES, STATES } from './choices'

/** Fills the lists of the form, which are empty in the HTML. */
export function fillLists(form: HTMLFormElement): void {
  options(form, 'failure', FAILURES)
  options(form, 'error', [...ERRORS])
  const names = new Intl.DisplayNames(['en'], { type: 'language' })
  options(form, 'locale', LOCALES, (tag) => `${names.of(tag)} (${tag})`)
  const states = form.querySelector('#states') as HTMLElement
  for (const state of STATES) {
    const radio = Object.assign(document.createElement('input'), {
      type: 'radio',
      name: 'state',
      value: state,
      defaultChecked: state === 'idle',
    })
    const line = document.createElement('label')
    line.append(radio, state)
    states.append(line)
  }
}

function options(form: HTMLFormElement, name: string, values: string[], say = (value: string) => value) {
  const list = form.elements.namedItem(name) as HTMLSelectElement
  for (const value of values) list.add(new Option(say(value), value))
}

/** Reads the current choices. An unchanged input does not count as chosen. */
export function read(form: HTMLFormElement): Choices {
  const data = new FormData(form)
  const text = (name: string) => String(data.get(name) ?? '').trim()
  const changed = (name: string) => {
    const { value, defaultValue } = form.elements.namedItem(name) as HTMLInputElement
    return value === defaultValue ? '' : value
  }
  const pixels = (name: string) => {
    const value = changed(name)
    return value && `${value}px`
  }
  return {
    state: text('state') as VerificationState,
    failure: text('failure'),
    attempts: text('attempts'),
    error: text('error'),
    endpoint: text('endpoint'),
    flow: text('flow'),
    'return-url': text('return-url'),
    locale: text('locale'),
    preload: text('preload'),
    name: text('name'),
    required: data.has('required'),
    disabled: data.has('disabled'),
    appearance: text('appearance'),
    accent: changed('accent'),
    background: changed('background'),
    color: changed('color'),
    success: changed('success'),
    danger: changed('danger'),
    radius: pixels('radius'),
    buttonRadius: pixels('buttonRadius'),
    font: text('font'),
    scheme: text('scheme'),
    dir: text('dir'),
  }
}

/** Selects a state without an event of the form. */
export function choose(form: HTMLFormElement, state: VerificationState): void {
  const radios = form.elements.namedItem('state') as RadioNodeList
  radios.value = state
}
