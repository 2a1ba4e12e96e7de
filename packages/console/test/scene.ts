import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../../../scripts/lib/browser.mjs'
import { operatorToken } from '../../server/src/index.js'
import { type Options, reaches, type TestServer, World } from '../../server/test/support/world.js'

export const TOKEN = 'an-operator-token-of-length'

/** The real server with its console, the sandbox, and a real browser. */
export interface Scene {
  world: World
  server: TestServer
  /** The console's URL without a fragment. */
  url: string
  /** Creates a session of this user with this outcome at Stripe. */
  make: Make
  /** A browser's page, signed in with the token unless `signedIn` is false. */
  open(hash?: string, options?: PageOptions): Promise<Page>
  close(): Promise<void>
}

export interface PageOptions {
  signedIn?: boolean
  context?: Parameters<Browser['newContext']>[0]
}

export type Outcome = 'not_started' | 'failed' | 'processing' | 'verified' | 'canceled' | 'redacted'
type Make = (user: string, outcome: Outcome, errorCode?: string) => Promise<string>

export async function createScene(options: Options = {}): Promise<Scene> {
  const world = await World.create()
  const server = await world.serve({
    operator: operatorToken(TOKEN),
    stripe: { restrictedKey: world.sandbox.restrictedKey },
    ...options,
  })
  const browser = await launchChromium()
  const url = `${server.url}/identity/console`

  const make: Make = async (user, outcome, errorCode) => {
    const client = server.as(user)
    const { id } = (await client.open()).body
    if (outcome === 'failed') {
      await world.sandbox.submit(id, {
        outcome: 'unverified',
        processing_ms: 0,
        ...(errorCode === undefined ? {} : { error_code: errorCode as 'document_expired' }),
      })
      await until(async () => (await client.get(id)).body.last_error !== null)
    }
    if (outcome === 'processing') {
      await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 86_400_000 })
      await reaches(client, id, 'processing')
    }
    if (outcome === 'verified') {
      await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
      await reaches(client, id, 'verified')
    }
    if (outcome === 'canceled') await client.cancel(id)
    if (outcome === 'redacted') await server.identity.redact(user)
    return id
  }

  return {
    world,
    server,
    url,
    make,
    async open(hash = '', { signedIn = true, context = {} } = {}) {
      const own = await browser.newContext(context)
      if (signedIn) await signIn(own, url)
      const page = await own.newPage()
      page.on('pageerror', (error) => console.error(`in the page: ${error.message}`))
      await page.goto(url + hash)
      return page
    },
    async close() {
      await browser.close()
      await world.close()
    },
  }
}

async function signIn(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(url)
  await page.getByLabel('Operator token').fill(TOKEN)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Search' }).waitFor()
  await page.close()
}

/** Waits for a condition; fails after ten seconds. */
export async function until(so: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000
  while (!(await so())) {
    if (Date.now() > deadline) throw new Error('it did not come to that')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
