'use client'

import {
  createElement,
  type ForwardedRef,
  forwardRef,
  type ReactElement,
  type ReactNode,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { createVerification } from './controller.js'
import type { IdentityVerification as IdentityVerificationElement } from './identity-verification.js'
import type { Messages } from './messages.js'
import type { Snapshot, Verification, VerificationEventMap, VerificationOptions } from './verification.js'

export interface IdentityVerificationProps extends VerificationOptions {
  preload?: 'intent' | 'visible' | 'eager' | 'none' | undefined
  name?: string | undefined
  required?: boolean | undefined
  disabled?: boolean | undefined
  messages?: Messages | undefined
  appearance?: 'card' | 'plain' | 'button' | undefined
  id?: string | undefined
  className?: string | undefined
  /** Slotted content: `<p slot="verified">`. */
  children?: ReactNode
  onStart?: ((event: VerificationEventMap['identity-start']) => void) | undefined
  onStatus?: ((event: VerificationEventMap['identity-status']) => void) | undefined
  onVerified?: ((event: VerificationEventMap['identity-verified']) => void) | undefined
  onDismiss?: ((event: VerificationEventMap['identity-dismiss']) => void) | undefined
  onError?: ((event: VerificationEventMap['identity-error']) => void) | undefined
}

const HANDLERS = {
  'identity-start': 'onStart',
  'identity-status': 'onStatus',
  'identity-verified': 'onVerified',
  'identity-dismiss': 'onDismiss',
  'identity-error': 'onError',
} as const

// A server runs no layout effects, and says so in a warning where one is named.
const useEarlyEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect

/** `<identity-verification>` for React 18.2 and later. The element itself is loaded in the browser only. */
export const IdentityVerification = forwardRef(function IdentityVerification(
  props: IdentityVerificationProps,
  ref: ForwardedRef<IdentityVerificationElement>,
): ReactElement {
  const inner = useRef<IdentityVerificationElement>(null)
  const latest = useRef<IdentityVerificationProps>({})
  useImperativeHandle(ref, () => inner.current!, [])

  useEarlyEffect(() => {
    // What was never given here is left alone: somebody else may have set it on the element.
    // The two that are true or false: React 19 sets the property where the element is defined already, and '' is false.
    for (const key of ['stripe', 'fetch', 'messages', 'required', 'disabled'] as const)
      if (props[key] !== latest.current[key]) Object.assign(inner.current!, { [key]: props[key] })
    latest.current = props
  })

  useEarlyEffect(() => {
    const element = inner.current!
    const gone = new AbortController()
    for (const [type, handler] of Object.entries(HANDLERS)) {
      const listener = (event: Event) => latest.current[handler]?.(event as never)
      element.addEventListener(type, listener, gone)
    }
    void import('./define.js')
    return () => gone.abort()
  }, [])

  const {
    endpoint,
    flow,
    returnUrl,
    locale,
    preload,
    name,
    required,
    disabled,
    appearance,
    id,
    className,
    children,
  } = props
  return createElement(
    'identity-verification',
    {
      ref: inner,
      endpoint,
      flow,
      'return-url': returnUrl,
      locale,
      preload,
      name,
      appearance,
      id,
      class: className,
      required: required ? '' : undefined,
      disabled: disabled ? '' : undefined,
    },
    children,
  )
})

export type UseIdentityVerification = Snapshot & Omit<Verification, 'getState'>

/** The same flow without the element, for a look of your own. Options may change from render to render. */
export function useIdentityVerification(options: VerificationOptions = {}): UseIdentityVerification {
  const [{ live, store }] = useState(() => {
    const live: VerificationOptions = { ...options }
    return { live, store: createVerification(live) }
  })
  useEarlyEffect(() => {
    const { endpoint, fetch, flow, locale, returnUrl, stripe } = options
    const moved = live.endpoint !== endpoint
    Object.assign(live, { endpoint, fetch, flow, locale, returnUrl, stripe })
    if (!moved) return
    // What one server said is nothing that another knows.
    store.reset()
    void store.refresh()
  })
  const snapshot = useSyncExternalStore(store.subscribe, store.getState, store.getState)
  return useMemo(() => {
    const { subscribe, start, cancel, refresh, reset, preload } = store
    return { ...snapshot, subscribe, start, cancel, refresh, reset, preload }
  }, [snapshot, store])
}
