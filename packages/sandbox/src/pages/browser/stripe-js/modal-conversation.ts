import {
  cancelled,
  type HostMessage,
  type ModalMessage,
  type OpenMessage,
  type StripeError,
  type VerifyResult,
} from '../protocol.js'
import { createOverlay } from './overlay.js'

/** The time limit for the modal to load and answer. After it, the sandbox counts as unreachable. */
const ANSWER_WITHIN_MS = 15_000

/** Shows the modal and resolves with its result, after the page has been restored. */
export function openModal(origin: string, open: OpenMessage): Promise<VerifyResult> {
  return new Promise((resolve) => {
    const over = new AbortController()
    const { signal } = over
    let port: MessagePort | undefined
    let opened = false
    const say = (message: HostMessage) => port?.postMessage(message)
    const focus = (at: 'heading' | 'first' | 'last') => {
      overlay.iframe.focus()
      say({ kind: 'focus', at })
    }
    const overlay = createOverlay(`${origin}/_client/modal`, focus)

    const settle = (result: VerifyResult) => {
      if (signal.aborted) return
      over.abort()
      clearTimeout(tooLate)
      port?.close()
      overlay.remove()
      resolve(result)
    }
    const tooLate = setTimeout(() => settle({ error: unreachable(origin) }), ANSWER_WITHIN_MS)

    const hear = (message: ModalMessage) => {
      clearTimeout(tooLate)
      if (message.kind === 'result') return settle(message.result)
      opened = true
      overlay.reveal()
      const cover = coveredBy(overlay.iframe)
      if (cover) warnOf(cover)
      else focus('heading')
    }

    // Each load is a new document, because moving the layer in the page loads the iframe again.
    overlay.iframe.addEventListener(
      'load',
      () => {
        port?.close()
        const channel = new MessageChannel()
        port = channel.port1
        port.onmessage = (event: MessageEvent<ModalMessage>) => hear(event.data)
        overlay.iframe.contentWindow?.postMessage(open, origin, [channel.port2])
      },
      { signal },
    )
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || coveredBy(overlay.iframe)) return
        if (opened) say({ kind: 'close' })
        else settle(cancelled)
      },
      { signal },
    )
    document.addEventListener(
      'securitypolicyviolation',
      (event) => {
        // A policy that only reports blocks nothing.
        if (event.disposition === 'report') return
        if (event.effectiveDirective === 'frame-src' && event.blockedURI.startsWith(origin)) {
          settle({ error: unreachable(origin) })
        }
      },
      { signal },
    )
    const removal = new MutationObserver(() => {
      if (!overlay.iframe.isConnected) settle(cancelled)
    })
    removal.observe(document, { childList: true, subtree: true })
    signal.addEventListener('abort', () => removal.disconnect())
  })
}

function unreachable(origin: string): StripeError {
  return {
    type: 'api_connection_error',
    code: 'sandbox_unreachable',
    message: `The modal of the Stripe Identity sandbox at ${origin} did not load. Is it running, and does the page's Content-Security-Policy list ${origin} under frame-src?`,
  }
}

/** The element that covers the modal, such as a `<dialog>` in the top layer; null if there is none. */
function coveredBy(iframe: HTMLIFrameElement): Element | null {
  const { left, top, width, height } = iframe.getBoundingClientRect()
  const front = document.elementFromPoint(left + width / 2, top + height / 2)
  return front === iframe || iframe.parentElement?.contains(front) ? null : front
}

function warnOf(cover: Element) {
  console.warn(
    'Stripe Identity sandbox: the modal is covered by another element of the page, so it cannot be used. ' +
      "Stripe's own modal would be covered too: close a modal <dialog>, popover or fullscreen element before you call verifyIdentity().",
    cover,
  )
}
