import type { IdentityVerification } from 'stripe-identity-widget'
import { ATTRIBUTES, type Choices, directionOf, THEME } from './choices'

/** Applies attributes, theme, scheme and direction to the current element. */
export function dress(place: HTMLElement, element: IdentityVerification, choices: Choices): void {
  for (const name of ATTRIBUTES) {
    const value = choices[name]
    if (typeof value === 'boolean') element.toggleAttribute(name, value)
    else if (value === '') element.removeAttribute(name)
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value)
  }
  for (const [property, key] of Object.entries(THEME)) element.style.setProperty(property, choices[key])
  place.style.colorScheme = choices.scheme
  place.dir = directionOf(choices)
}
