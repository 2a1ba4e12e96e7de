import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { launchChromium as launch } from '../../../../scripts/lib/browser.mjs'
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/index.js'
import type { VerifyResult } from '../../src/pages/browser/protocol.js'

export { launch }

const require = createRequire(import.meta.url)

/** `@stripe/stripe-js/pure` as a bundler would emit it. */
export const stripeJsPackage = readFileSync(
  join(dirname(require.resolve('@stripe/stripe-js/package.json')), 'dist', 'pure.mjs'),
  'utf8',
)
export const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

export interface Host {
  url: string
  close(): Promise<void>
}

/** A site with its own origin. Paths not in `files` are 404; `headers` are added to every page. */
export async function serveHost(
  files: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Host> {
  const server: Server = createServer((req, res) => {
    const path = new URL(req.url ?? '/', 'http://host').pathname
    const body = files[path]
    const type = path.endsWith('js') ? 'text/javascript' : 'text/html'
    res.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8`, ...headers })
    res.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A page that loads the sandbox's Stripe.js with a script tag. */
export function hostPage(sandboxUrl: string, body = '<button id="start">Start</button>'): string {
  return `<!doctype html><html lang="en"><head><title>Host</title>
    <script src="${sandboxUrl}/v3/"></script></head><body>${body}</body></html>`
}

interface Setting {
  sandbox: Sandbox
  host: Host
  page: Page
}

interface SettingOptions {
  sandbox?: SandboxOptions
  /** The contents of the host's page, which loads the sandbox's Stripe.js. */
  body?: string
  /** Further files of the host. */
  files?: Record<string, string>
}

/**
 * A sandbox and a host for all tests of a file, and a page of the host for each test. `take` is called before the page
 * loads.
 */
export function useHostPage(
  take: (setting: Setting) => void,
  { sandbox: options = {}, body, files }: SettingOptions = {},
): void {
  let browser: Browser
  let sandbox: Sandbox
  let host: Host
  let page: Page
  beforeAll(async () => {
    browser = await launch()
    sandbox = await createSandbox(options)
    host = await serveHost({ '/': hostPage(sandbox.url, body), ...files })
  })
  afterAll(async () => {
    await browser?.close()
    await host?.close()
    await sandbox?.close()
  })
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 900, height: 700 } })
    take({ sandbox, host, page })
    await page.goto(host.url)
  })
  afterEach(() => page.close())
}

/** Calls `verifyIdentity` in the page without moving the focus; returns the page's own promise. */
export function verify(page: Page, secret: unknown): Promise<VerifyResult> {
  return page.evaluate(
    (secret) => window.Stripe!('pk_test_123').verifyIdentity(secret as string),
    secret,
  ) as Promise<VerifyResult>
}

export function modal(page: Page) {
  return page.frameLocator('iframe[title="Stripe Identity sandbox"]')
}

export function press(page: Page, name: string): Promise<void> {
  return modal(page).getByRole('button', { name, exact: true }).click({ timeout: 90_000 })
}

export interface AxeProblem {
  id: string
  nodes: string[]
}

/** The violations that axe finds in one frame, by rule. */
export async function axe(frame: Frame): Promise<AxeProblem[]> {
  await frame.evaluate(axeSource)
  return frame.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))
  })
}
