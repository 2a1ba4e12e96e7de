import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Answer } from '../stripe/answer.js'
import { headersOf } from './answers.js'

/** The folder of the browser files. Resolved by the package's own name, which works from `dist` and from `src`. */
function folder(): string {
  const manifest = createRequire(import.meta.url).resolve('stripe-identity-sandbox/package.json')
  return join(dirname(manifest), 'dist', 'browser')
}

/** Returns a compiled browser file as text. */
function browserFile(name: string): string {
  const path = join(folder(), name)
  if (!existsSync(path))
    throw new Error(`The sandbox's browser code is not built: ${path} is missing. Run its build.`)
  return readFileSync(path, 'utf8')
}

const TYPES: Record<string, string> = { js: 'text/javascript', svg: 'image/svg+xml' }

/** A script or the icon of the sandbox's own pages; undefined unless the build made this file. */
export function assetAnswer(name: string): Answer | undefined {
  const type = TYPES[name.split('.').at(-1) ?? '']
  if (!type || !existsSync(folder()) || !readdirSync(folder()).includes(name)) return undefined
  return { status: 200, headers: headersOf(`${type}; charset=utf-8`), body: browserFile(name) }
}

/** The sandbox's Stripe.js: `version` 3, or the name of a release train. */
export function stripeJsAnswer(origin: string, version: number | string): Answer {
  return {
    status: 200,
    headers: { ...headersOf('text/javascript; charset=utf-8', true), 'access-control-allow-origin': '*' },
    body: `/* The Stripe Identity sandbox: a stand-in for Stripe.js in tests. No real verification takes place. */
(function (SANDBOX) {
${browserFile('stripe.js')}
})(${JSON.stringify({ origin, version })});
`,
  }
}
