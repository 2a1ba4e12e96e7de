import 'stripe-identity-widget/define'
import type { IdentityVerification, VerificationEvent, VerificationState } from 'stripe-identity-widget'
import { copyButton } from './copy'
import { log } from './events'
import { choose, fillLists, read } from './form'
import { dress } from './look'
import { stage } from './scene'
import { snippet } from './snippet'

const form = document.querySelector('form') as HTMLFormElement
const place = document.querySelector('#preview') as HTMLElement
const code = document.querySelector('#snippet') as HTMLElement
const copy = copyButton(document.querySelector('#copy') as HTMLElement, () => code.textContent ?? '')

/** The choices that require a new element, and the state in which each is visible. */
const SCENES: Record<string, VerificationState | null> = {
  state: null,
  endpoint: null,
  failure: 'requires_input',
  attempts: 'requires_input',
  error: 'error',
}

let element: IdentityVerification

function restage(): void {
  element = stage(place, read(form))
  for (const type of ['start', 'status', 'verified', 'dismiss', 'error']) {
    element.addEventListener(`identity-${type}`, (event) => {
      log(event as VerificationEvent)
      choose(form, element.state)
    })
  }
}

/** Applies the choices that work on the current element. */
function show(): void {
  const choices = read(form)
  dress(place, element, choices)
  code.textContent = snippet(choices)
  copy.isNew()
}

form.addEventListener('input', ({ target }) => {
  const { name } = target as HTMLInputElement
  if (SCENES[name]) choose(form, SCENES[name])
  if (name in SCENES) restage()
  show()
})
form.addEventListener('submit', (event) => event.preventDefault())
// The form has its initial values after the event.
form.addEventListener('reset', () => setTimeout(begin))

function begin(): void {
  restage()
  show()
}

fillLists(form)
begin()
