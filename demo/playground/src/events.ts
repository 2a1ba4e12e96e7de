import type { VerificationEvent } from 'stripe-identity-widget'

const LINES = 8

/** Shows an event of the element above the earlier ones. */
export function log(event: VerificationEvent): void {
  const list = document.querySelector('#events') as HTMLElement
  const line = document.createElement('li')
  line.textContent = `${event.type}${detailOf(event)}`
  list.prepend(line)
  while (list.children.length > LINES) list.lastElementChild?.remove()
}

function detailOf(event: VerificationEvent): string {
  if (event.type === 'identity-error') return `: ${event.detail.code}`
  if (event.type !== 'identity-status') return ''
  const { previous, state, initial } = event.detail
  return initial ? `: ${state}, initial` : `: ${previous} → ${state}`
}
