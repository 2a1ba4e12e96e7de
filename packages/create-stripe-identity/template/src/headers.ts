import type { RequestHandler } from 'express'
import type { Settings } from './settings.ts'

/**
 * A strict policy: scripts and styles of this origin only, plus the resources that the modal of Stripe (or the
 * sandbox) needs.
 */
export function headers({ stripe: { apiBase } }: Settings): RequestHandler {
  const scripts = apiBase ?? 'https://js.stripe.com https://*.js.stripe.com'
  const frames =
    apiBase ??
    'https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com https://verify.stripe.com'
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${scripts}`,
    `frame-src ${frames}`,
    `connect-src 'self' ${apiBase ?? 'https://api.stripe.com'}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
  return (_req, res, next) => {
    res.set({
      'Content-Security-Policy': policy.join('; '),
      'Permissions-Policy': 'camera=(self "https://js.stripe.com" "https://verify.stripe.com")',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'X-Content-Type-Options': 'nosniff',
    })
    next()
  }
}
