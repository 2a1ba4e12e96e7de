import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { launch, Visitor } from '../demo/test/support/browser.js'
import { blocksOf } from '../docs/blocks.mjs'
import { createSandbox } from '../packages/sandbox/src/index.js'
import { CHROMIUM_FLAGS, findChromium } from '../scripts/lib/chromium.mjs'
import { freePort } from '../scripts/lib/free-port.mjs'
import { Project } from './support/project.js'

// Each test starts processes and a browser, which is slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

let browser: Browser
let project: Project
beforeAll(async () => {
  browser = await launch()
})
afterEach(() => project.end())
afterAll(() => browser.close())

/** The page's project with free ports, and the URL of its server. */
async function follow(page: string): Promise<string> {
  const [port, sandbox] = await Promise.all([freePort(), freePort()])
  project = new Project(page, { '4242': String(port), '12111': String(sandbox) })
  project.commands.forEach((command, index) => {
    if (command.startsWith('npx stripe-identity-sandbox')) project.commands[index] += ` --port ${sandbox}`
  })
  return `http://localhost:${port}`
}

describe('docs/quick-start.md', () => {
  it('lets a verified user book, and refuses others', async () => {
    const url = await follow('docs/quick-start.md')
    const sandbox = project.start()
    await expect.poll(sandbox.said, { timeout: 60_000 }).toContain('whsec_dev')
    const server = project.start()
    await expect.poll(server.said, { timeout: 60_000 }).toContain(url)
    expect(project.commands).toEqual([])
    expect((await fetch(`${url}/book`, { method: 'POST' })).status).toBe(401)

    const ada = await Visitor.arrive(browser, url)
    await ada.button('Verify your identity').click()
    await ada.choose('Verification failure')
    await ada.reaches('requires_input')
    await ada.button('Book the cabin').click()
    expect(ada.page.url()).toBe(`${url}/`)
    await ada.button('Try again').click()
    await ada.choose('Verification success')
    await ada.reaches('verified')
    await ada.button('Book the cabin').click()
    await ada.page.getByText('Booked.').waitFor()
    await ada.context.close()
  })
})

describe('docs/testing.md', () => {
  /** Settings that the page does not contain: the path of the browser, and that no parent folder counts. */
  const configs = {
    'vitest.config.mjs': () => 'export default {}',
    'playwright.config.mjs': (launch: string) => `export default { use: { launchOptions: ${launch} } }`,
    'web-test-runner.config.mjs': (launch: string) =>
      `import { chromeLauncher } from '@web/test-runner'
      export default {
        browsers: [chromeLauncher({ launchOptions: ${launch} })],
        testFramework: { config: { timeout: 60_000 } },
      }`,
  }

  it('contains tests that pass', async () => {
    await follow('docs/testing.md')
    const launch = JSON.stringify({ executablePath: findChromium(), args: CHROMIUM_FLAGS })
    for (const [file, text] of Object.entries(configs)) project.write(file, text(launch))
    const counts = [/2 passed/, /1 passed/, /1 passed/]
    expect(project.commands).toHaveLength(counts.length)
    for (const count of counts) {
      const program = project.start({ CI: '1', NO_COLOR: '1' })
      const code = await program.ended
      expect({ code, said: program.said() }).toEqual({ code: 0, said: expect.stringMatching(count) })
    }
  })

  it('contains control calls that the sandbox accepts', async () => {
    await follow('docs/testing.md')
    const { text = '' } =
      blocksOf(readFileSync(new URL('../docs/testing.md', import.meta.url), 'utf8')).findLast(
        ({ language }) => language === 'js',
      ) ?? {}
    const sandbox = await createSandbox()
    const statuses: number[] = []
    const recorded = async (...args: Parameters<typeof fetch>) => {
      const answer = await fetch(...args)
      statuses.push(answer.status)
      return answer
    }
    const AsyncFunction = (async () => {}).constructor as FunctionConstructor
    await new AsyncFunction('sandbox', 'fetch', text)(sandbox, recorded)
    await sandbox.close()
    expect(statuses).toEqual([200, 200, 200, 200])
  })
})

describe('docs/from-stripes-sample.md', () => {
  it('ends with a working server and page, with the webhook at its former URL', async () => {
    const url = await follow('docs/from-stripes-sample.md')
    const sandbox = await createSandbox({ forwardTo: `${url}/webhook`, webhookSecret: 'whsec_dev' })
    try {
      const server = project.start({ STRIPE_API_BASE: sandbox.url })
      await expect.poll(server.said, { timeout: 60_000 }).toContain(url)
      const ada = await Visitor.arrive(browser, url)
      await ada.page.addScriptTag({ url: `${sandbox.url}/v3/` })
      await ada.button('Verify your identity').click()
      await ada.choose('Verification failure')
      await ada.reaches('requires_input')
      await expect.poll(server.said).toContain('Verification check failed: document_unverified_other')
      await ada.button('Try again').click()
      await ada.choose('Verification success')
      await ada.reaches('verified')
      expect((await ada.session())?.status).toBe('verified')
      await ada.context.close()
    } finally {
      await sandbox.close()
    }
  })
})

describe('README.md', () => {
  it('contains a page and a server that work in an app', async () => {
    const url = await follow('README.md')
    const snippet = (language: string) =>
      blocksOf(readFileSync(new URL('../README.md', import.meta.url), 'utf8')).find(
        (it) => it.language === language,
      )!.text
    const sandbox = await createSandbox({ forwardTo: `${url}/identity/webhook` })
    try {
      project.write('public/index.html', `<script src="${sandbox.url}/v3/"></script>${snippet('html')}`)
      project.write(
        'server.mjs',
        `import express from 'express'
        const app = express()
        app.use((req, _res, next) => next(void (req.user = { id: 'ada' })))
        const book = (_req, res) => res.send('Booked.')
        ${snippet('js')}
        app.use(express.static('public'))
        app.use('/widget', express.static('node_modules/stripe-identity-widget/dist'))
        app.listen(${new URL(url).port}, () => console.log('listening'))`,
      )
      project.commands.push('node server.mjs')
      const server = project.start({
        STRIPE_SECRET_KEY: sandbox.secretKey,
        STRIPE_PUBLISHABLE_KEY: sandbox.publishableKey,
        STRIPE_WEBHOOK_SECRET: sandbox.webhookSecret,
        STRIPE_API_BASE: sandbox.url,
      })
      await expect.poll(server.said, { timeout: 60_000 }).toContain('listening')
      expect((await fetch(`${url}/book`, { method: 'POST' })).status).toBe(403)
      const ada = await Visitor.arrive(browser, url)
      await ada.button('Verify your identity').click()
      await ada.choose('Verification success')
      await ada.reaches('verified')
      await ada.button('Book').click()
      await ada.page.getByText('Booked.').waitFor()
      await ada.context.close()
    } finally {
      await sandbox.close()
    }
  })
})

describe('docs/several-purposes.md', () => {
  it('contains an app in which a user passes one check and not the other', async () => {
    const url = await follow('docs/several-purposes.md')
    const sandbox = project.start()
    await expect.poll(sandbox.said, { timeout: 60_000 }).toContain('whsec_age')
    const server = project.start()
    await expect.poll(server.said, { timeout: 60_000 }).toContain(url)
    expect(project.commands).toEqual([])
    const post = async (path: string) => (await fetch(url + path, { method: 'POST' })).status
    expect([await post('/buy'), await post('/sell')]).toEqual([403, 403])

    const ada = await browser.newPage()
    await ada.goto(url)
    const element = (endpoint: string) => ada.locator(`identity-verification[endpoint="${endpoint}"]`)
    const verify = async (endpoint: string) => {
      await element(endpoint).getByRole('button', { name: 'Verify your identity' }).click()
      const modal = ada.frameLocator('iframe[title="Stripe Identity sandbox"]')
      await modal.getByRole('button', { name: 'Verification success', exact: true }).click()
      await ada.locator(`identity-verification[endpoint="${endpoint}"][state=verified]`).waitFor()
    }
    await verify('/age')
    expect([await post('/buy'), await post('/sell')]).toEqual([200, 403])
    expect(await element('/kyc').getAttribute('state')).toBe('idle')
    await verify('/kyc')
    expect([await post('/buy'), await post('/sell')]).toEqual([200, 200])
    await ada.close()
    expect(server.said()).not.toContain('"level":50')
  })
})

describe('docs/theming.md', () => {
  it('contains styles that do what it shows', async () => {
    await follow('docs/theming.md')
    const styles = ['brand.css', 'parts.css', 'place.css'].map((file) => project.read(file))
    const page = await browser.newPage()
    const widget = readFileSync(
      new URL('../packages/widget/dist/identity-verification.js', import.meta.url),
      'utf8',
    )
    await page.route('**/*', (route) =>
      route.fulfill(
        route.request().url().endsWith('.js')
          ? { contentType: 'text/javascript', body: widget }
          : route.request().url().endsWith('/')
            ? {
                contentType: 'text/html',
                body: `<style>${styles.join('')}</style><identity-verification></identity-verification>
                  <script type="module" src="/widget.js"></script>`,
              }
            : { status: 204 },
      ),
    )
    await page.goto('http://theming.test/')
    await page.locator('identity-verification[state=idle]').waitFor()
    const looks = await page.evaluate(() => {
      const element = document.querySelector('identity-verification')!
      const of = (part: string) => getComputedStyle(element.shadowRoot!.querySelector(`[part~=${part}]`)!)
      const { backgroundColor, borderRadius } = of('button')
      const { textTransform } = of('label')
      const { borderWidth, boxShadow } = of('base')
      return [
        getComputedStyle(element).minHeight,
        of('status').fontFamily,
        of('base').backgroundColor,
        { backgroundColor, borderRadius, textTransform, borderWidth, shadow: boxShadow !== 'none' },
      ]
    })
    expect(looks).toEqual([
      '240px',
      'Georgia, serif',
      'rgb(255, 248, 240)',
      {
        backgroundColor: 'rgb(179, 38, 30)',
        borderRadius: '0px',
        textTransform: 'uppercase',
        borderWidth: '0px',
        shadow: true,
      },
    ])
    await page.close()
  })
})
