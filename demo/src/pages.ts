import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { Router } from 'express'
import { onFirstVisit } from './first-visit.js'
import { FRAMEWORKS, PLAYGROUND } from './frameworks.js'
import { home } from './home.js'
import { html, htmlFile } from './html.js'
import { policy } from './policy.js'

const HERE = new URL('../', import.meta.url)
const HTML = new URL('html/', HERE)
const WIDGET = dirname(fileURLToPath(import.meta.resolve('stripe-identity-widget')))
const CONSOLE = dirname(fileURLToPath(import.meta.resolve('stripe-identity-console')))

/** Paths of the pages with the element, which are the return URLs of Stripe's hosted page. */
export const ELEMENT_PATHS = ['/html', ...FRAMEWORKS.map(({ name }) => `/${name}`)]

/** The demo's pages, under the strict policy that a careful host would set. `signal` ends everything they started. */
export function pages(sandboxUrl: string | null, signal: AbortSignal): Router {
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
  router.get('/', html(home(new URL('home.html', HTML), sandboxUrl)))
  router.get('/html', htmlFile(new URL('index.html', HTML), sandboxUrl))
  router.use('/console/files', express.static(CONSOLE))
  router.get('/console', htmlFile(new URL('console.html', HTML), sandboxUrl))
  router.get('/booked', htmlFile(new URL('booked.html', HTML), sandboxUrl))
  for (const name of ['demo.css', 'home.css']) {
    router.get(`/${name}`, (_req, res) => res.sendFile(fileURLToPath(new URL(name, HTML))))
  }
  router.get('/favicon.ico', (_req, res) => void res.status(204).end())
  router.use('/widget', express.static(WIDGET))
  for (const { name, title, open } of [...FRAMEWORKS, PLAYGROUND]) {
    const folder = fileURLToPath(new URL(name, HERE))
    router.use(
      `/${name}`,
      onFirstVisit(title, () => open({ folder, sandboxUrl, signal })),
    )
  }
  return router
}
