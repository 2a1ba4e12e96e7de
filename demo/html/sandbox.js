// Sandbox mode only: elements open the sandbox's modal instead of Stripe's, and load it when a visitor is about to
// use it.
{
  let loading
  const load = () => {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement('script')
      script.src = 'SANDBOX_URL/v3/'
      script.onload = () => resolve(window.Stripe)
      script.onerror = () => {
        loading = undefined
        script.remove()
        reject(new Error('The sandbox does not answer at SANDBOX_URL'))
      }
      document.head.append(script)
    })
    return loading
  }
  const stripe = async (publishableKey, options) => (await load())(publishableKey, options)
  const prepare = () => {
    for (const element of document.querySelectorAll('identity-verification')) {
      if (element.stripe !== undefined) continue
      element.stripe = stripe
      for (const intent of ['pointerenter', 'focusin', 'touchstart']) {
        element.addEventListener(intent, () => load().catch(() => {}), { once: true, passive: true })
      }
    }
  }
  new MutationObserver(prepare).observe(document, { childList: true, subtree: true })
  prepare()
}
