'use client'

import {
  createElement,
  type ForwardedRef,
  forwardRef,
  type HTMLAttributes,
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

type Own = VerificationOptions & {
  preload?: 'intent' | 'visible' | 'eager' | 'none' | undefined
  name?: string | undefined
  required?: boolean | undefined
  disabled?: boolean | undefined
  messages?: Messages | undefined
  appearance?: 'card' | 'plain' | 'button' | undefined
  /** Slotted content: `<p slot="verified">`. */
  children?: ReactNode
  onStart?: ((event: VerificationEventMap['identity-start']) => void) | undefined
  onStatus?: ((event: VerificationEventMap['identity-status']) => void) | undefined
  onVerified?: ((event: VerificationEventMap['identity-verified']) => void) | undefined
  onDismiss?: ((event: VerificationEventMap['identity-dismiss']) => void) | undefined
  onError?: ((event: VerificationEventMap['identity-error']) => void) | undefined
}

/** The element's own props and all global attributes: `style`, `data-*`, `aria-*`, `slot`, `lang`, … */
export interface IdentityVerificationProps
  extends Own,
    Omit<HTMLAttributes<IdentityVerificationElement>, keyof Own> {}

const HANDLERS = {
  'identity-start': 'onStart',
  'identity-status': 'onStatus',
  'identity-verified': 'onVerified',
  'identity-dismiss': 'onDismiss',
  'identity-error': 'onError',
} as const

/** Props that are not attributes. */
const SCRIPT_ONLY = ['stripe', 'fetch', 'messages', ...Object.values(HANDLERS)] as const

// React warns about layout effects on a server, where they do not run.
const useEarlyEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect

/** `<identity-verification>` for React 18.2 and later. The element itself is loaded only in the browser. */
export const IdentityVerification = forwardRef(function IdentityVerification(
  props: IdentityVerificationProps,
  ref: ForwardedRef<IdentityVerificationElement>,
): ReactElement {
  const inner = useRef<IdentityVerificationElement>(null)
  const latest = useRef<IdentityVerificationProps>({})
  useImperativeHandle(ref, () => inner.current!, [])

  useEarlyEffect(() => {
    // Properties that were never passed are left alone, because other code may have set them on the element.
    // `required` and `disabled` are set too: React 19 writes '' to the property of a defined element, which is false.
    for (const key of ['stripe', 'fetch', 'messages', 'required', 'disabled'] as const)
      if (props[key] !== latest.current[key]) Object.assign(inner.current!, { [key]: props[key] })
    latest.current = props
  })

  const listening = useRef<AbortController>(null) as { current: AbortController | null }
  useEarlyEffect(() => {
    void import('./define.js')
    // While a Suspense boundary hides the element, React undoes this effect and not the one below. Events continue.
    if (listening.current) return
    listening.current = new AbortController()
    for (const [type, handler] of Object.entries(HANDLERS)) {
      const listener = (event: Event) => latest.current[handler]?.(event as never)
      inner.current!.addEventListener(type, listener, { signal: listening.current.signal })
    }
  }, [])
  useEffect(
    () => () => {
      listening.current?.abort()
      listening.current = null
    },
    [],
  )

  const { returnUrl, className, required, disabled, children, ...rest } = props
  for (const key of SCRIPT_ONLY) delete rest[key]
  return createElement(
    'identity-verification',
    {
      ...rest,
      ref: inner,
      'return-url': returnUrl,
      class: className,
      required: required ? '' : undefined,
      disabled: disabled ? '' : undefined,
      // The element may have been upgraded before React hydrates it, and then reflects its state.
      suppressHydrationWarning: true,
    },
    children,
  )
})

/** The current snapshot with the methods of the store. The methods stay the same between renders. */
export type UseIdentityVerification = Snapshot & Omit<Verification, 'getState'>

/** The same flow without the element, for a custom look. Options can change between renders. */
export function useIdentityVerification(options: VerificationOptions = {}): UseIdentityVerification {
  const [{ live, store }] = useState(() => {
    const live: VerificationOptions = { ...options }
    return { live, store: createVerification(live) }
  })
  useEarlyEffect(() => {
    const { endpoint, fetch, flow, locale, returnUrl, stripe } = options
    Object.assign(live, { endpoint, fetch, flow, locale, returnUrl, stripe })
    store.update()
  })
  const snapshot = useSyncExternalStore(store.subscribe, store.getState, store.getState)
  return useMemo(() => {
    const { getState: _, ...methods } = store
    return { ...snapshot, ...methods }
  }, [snapshot, store])
}
