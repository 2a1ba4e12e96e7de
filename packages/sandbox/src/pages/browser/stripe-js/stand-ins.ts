import type { StripeError } from '../protocol.js'

/**
 * Adds the functions of Stripe.js that payment pages call, so that such a page loads and continues. They imitate
 * nothing. Functions that would have to return a result fail with the message that this is the sandbox.
 */
export function withStandIns<T extends object>(stripe: T): T {
  const known: Record<string, unknown> = { elements, paymentRequest, registerAppInfo() {} }
  return new Proxy(stripe, {
    get(target, name, receiver) {
      if (typeof name !== 'string' || name in target) return Reflect.get(target, name, receiver)
      if (Object.hasOwn(known, name)) return known[name]
      if (!/^(confirm|create|retrieve|handle|verify|collect|refresh|update|init)[A-Z]/.test(name))
        return undefined
      known[name] = name.startsWith('init')
        ? () => Promise.reject(new Error(notImitated(name).message))
        : () => Promise.resolve({ error: notImitated(name) })
      return known[name]
    },
  })
}

function notImitated(name: string): StripeError {
  return {
    type: 'invalid_request_error',
    code: 'not_in_sandbox',
    message: `stripe.${name}() is not imitated: this is the Stripe Identity sandbox, which knows verifyIdentity() only.`,
  }
}

type Handler = (event: object) => void

/** Elements that can be mounted and report it, with a note in place of the fields. */
function elements() {
  const made = new Map<string, object>()
  const group = {
    create(type: string) {
      const element = createElement(type)
      made.set(type, element)
      return element
    },
    getElement: (type: unknown) => made.get(String(type)) ?? null,
    update() {},
    fetchUpdates: async () => ({}),
    submit: async () => ({ error: notImitated('elements().submit') }),
    on: () => group,
    off: () => group,
  }
  return group
}

function createElement(type: string) {
  const note = document.createElement('p')
  note.textContent = `Stripe Identity sandbox: the ${type} element is not imitated.`
  const element = {
    mount(target: string | Element) {
      const place = typeof target === 'string' ? document.querySelector(target) : target
      if (!place) throw new Error(`elements: there is no element ${String(target)} to mount to.`)
      place.replaceChildren(note)
    },
    on(event: string, handler: Handler) {
      if (event === 'ready') setTimeout(() => handler({ elementType: type }), 0)
      return element
    },
    once: (event: string, handler: Handler) => element.on(event, handler),
    off: () => element,
    unmount: () => note.remove(),
    destroy: () => note.remove(),
    update() {},
    blur() {},
    clear() {},
    collapse() {},
    focus() {},
  }
  return element
}

function paymentRequest() {
  const request = {
    canMakePayment: async () => null,
    on: () => request,
    off: () => request,
    update() {},
    abort() {},
    show() {},
    isShowing: () => false,
  }
  return request
}
