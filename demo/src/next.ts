import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buildPage } from './build-page.js'
import type { OpenPage } from './open-page.js'
import { policy } from './policy.js'

/** The part of Next's server that is used here. The page depends on Next, not the demo. */
type Next = (options: { dev: boolean; dir: string }) => {
  prepare(): Promise<void>
  getRequestHandler(): (req: IncomingMessage, res: ServerResponse) => Promise<void>
  close(): Promise<void>
}

/** A page that Next.js renders per request. Its inline scripts are allowed only by a nonce. */
export const nextPage: OpenPage = async ({ folder, sandboxUrl, signal }) => {
  process.env.NEXT_TELEMETRY_DISABLED = '1' // telemetry is sent to Vercel
  await buildPage(folder, join(folder, 'dist', 'BUILD_ID'), signal)
  const next: Next = createRequire(join(folder, 'package.json'))('next')
  const app = next({ dev: false, dir: folder })
  signal.addEventListener('abort', () => void app.close(), { once: true })
  await app.prepare()
  const answer = app.getRequestHandler()
  return (req, res, fail) => {
    const csp = policy(sandboxUrl, `'nonce-${randomBytes(16).toString('base64')}'`)
    res.set('Content-Security-Policy', csp)
    // Next reads the nonce from the request; the page reads whether there is a sandbox.
    req.headers['content-security-policy'] = csp
    req.headers['x-sandbox'] = sandboxUrl ?? ''
    req.url = req.originalUrl // Next expects the full path
    answer(req, res).catch(fail)
  }
}
