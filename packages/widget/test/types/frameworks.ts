import type { JSX } from 'solid-js'
import 'stripe-identity-widget/types/solid'
import 'stripe-identity-widget/types/svelte'
import 'stripe-identity-widget/types/vue'
import type { SvelteHTMLElements } from 'svelte/elements'
import type { GlobalComponents } from 'vue'

// The types in which the template compilers of Svelte, Solid and Vue look up the tag. Compiled, never run.

export const svelte: SvelteHTMLElements['identity-verification'] = {
  endpoint: '/identity',
  'onidentity-verified': ({ detail }) => detail.session.id,
}
export const solid: JSX.IntrinsicElements['identity-verification'] = {
  endpoint: '/identity',
  'prop:messages': { retry: 'Once more' },
  'on:identity-error': ({ detail }) => detail.code,
}
type VueProps = InstanceType<GlobalComponents['identity-verification']>['$props']
export const vue: VueProps = {
  endpoint: '/identity',
  flow: 'redirect',
  'onIdentity-verified': ({ detail }) => detail.session.id,
}

// @ts-expect-error there is no such flow
export const svelteWrong: SvelteHTMLElements['identity-verification'] = { flow: 'popup' }
// @ts-expect-error there is no such flow
export const solidWrong: JSX.IntrinsicElements['identity-verification'] = { flow: 'popup' }
// @ts-expect-error there is no such flow
export const vueWrong: VueProps = { flow: 'popup' }

export const svelteWrongEvent: SvelteHTMLElements['identity-verification'] = {
  // @ts-expect-error there is no such code
  'onidentity-error': ({ detail }) => detail.code === 'oops',
}
export const solidWrongEvent: JSX.IntrinsicElements['identity-verification'] = {
  // @ts-expect-error there is no such code
  'on:identity-error': ({ detail }) => detail.code === 'oops',
}
export const vueWrongEvent: VueProps = {
  // @ts-expect-error there is no such code
  'onIdentity-error': ({ detail }) => detail.code === 'oops',
}
