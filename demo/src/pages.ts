import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { Router } from 'express'

const HTML = new URL('../html/', import.meta.url)
const WIDGET = dirname(fileURLToPath(import.meta.resolve('stripe-identity-widget')))
const SANDBOX_TAG = /^.*<script src="\/sandbox\.js">.*\n/m

/** The demo's pages, under the strict policy that a careful host would set. */
export function pages(sandboxUrl: string | null): Router {
  const router = Router()
  router.use((_req, res, next) => {
    res.set({
      'Content-Security-Policy': policy(sandboxUrl),
      'Permissions-Policy': 'camera=(self "https://js.stripe.com" "https://verify.stripe.com")',
      'X-Content-Type-Options': 'nosniff',
    })
    next()
  })
  if (sandboxUrl !== null) {
    const script = readFileSync(new URL('sandbox.js', HTML), 'utf8').replaceAll('SANDBOX_URL', sandboxUrl)
    router.get('/sandbox.js', (_req, res) => void res.type('js').send(script))
  }
  router.get('/', (_req, res) => res.redirect('/html'))
  router.get('/html', page('index.html', sandboxUrl))
  router.get('/booked', page('booked.html', sandboxUrl))
  router.get('/demo.css', (_req, res) => res.sendFile(fileURLToPath(new URL('demo.css', HTML))))
  router.get('/favicon.ico', (_req, res) => void res.status(204).end())
  router.use('/widget', express.static(WIDGET))
  return router
}

/** A page as it is in the folder; with Stripe the one tag that belongs to the sandbox is left out. */
function page(name: string, sandboxUrl: string | null): express.RequestHandler {
  const file = readFileSync(new URL(name, HTML), 'utf8')
  const html = sandboxUrl === null ? file.replace(SANDBOX_TAG, '') : file
  return (_req, res) => void res.type('html').set('Cache-Control', 'no-cache').send(html)
}

function policy(sandboxUrl: string | null): string {
  const stripe = sandboxUrl ?? 'https://js.stripe.com https://*.js.stripe.com'
  const frames =
    sandboxUrl ??
    'https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com https://verify.stripe.com'
  const connect = sandboxUrl ?? 'https://api.stripe.com'
  return [
    "default-src 'none'",
    `script-src 'self' ${stripe}`,
    `frame-src ${frames}`,
    `connect-src 'self' ${connect}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
