/**
 * The strict Content-Security-Policy that a careful host would set. `scripts` allows scripts of a page besides those
 * of this origin, e.g. by a nonce.
 */
export function policy(sandboxUrl: string | null, scripts = ''): string {
  const stripe = sandboxUrl ?? 'https://js.stripe.com https://*.js.stripe.com'
  const frames =
    sandboxUrl ??
    'https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com https://verify.stripe.com'
  const connect = sandboxUrl ?? 'https://api.stripe.com'
  return [
    "default-src 'none'",
    `script-src 'self' ${stripe} ${scripts}`.trim(),
    `frame-src ${frames}`,
    `connect-src 'self' ${connect}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
