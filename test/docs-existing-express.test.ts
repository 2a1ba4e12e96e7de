import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launch, Visitor } from '../demo/test/support/browser.js'
import { filesOf } from '../docs/blocks.mjs'
import { freePort } from '../scripts/lib/free-port.mjs'
import { Project } from './support/project.js'

const PAGE = 'docs/existing-express.md'
const text = readFileSync(new URL(`../${PAGE}`, import.meta.url), 'utf8')
const SERVER = 'node --env-file=.env server.mjs'

describe(PAGE, () => {
  let browser: Browser
  let project: Project
  let url: string
  let sandboxUrl: string
  beforeAll(async () => {
    browser = await launch()
  })
  beforeEach(async () => {
    const [port, sandbox] = await Promise.all([freePort(), freePort()])
    url = `http://localhost:${port}`
    sandboxUrl = `http://localhost:${sandbox}`
    project = new Project(PAGE, { '4242': String(port), '12111': String(sandbox) })
    expect(project.commands).toEqual([expect.stringMatching(/^npx stripe-identity-sandbox /), SERVER])
    project.commands[0] += ` --port ${sandbox}`
  })
  afterEach(() => project.end())
  afterAll(() => browser.close())

  async function startSandbox() {
    const sandbox = project.start()
    await expect.poll(sandbox.said).toContain('whsec_dev')
  }
  async function start(command: string) {
    project.commands.splice(0, project.commands.length, command)
    const server = project.start()
    await expect.poll(server.said).toContain(url)
    return server
  }
  const book = async (user?: string) => {
    const headers = user === undefined ? {} : { cookie: `user=${user}` }
    return (await fetch(`${url}/book`, { method: 'POST', headers })).status
  }
  async function signedIn(user: string): Promise<Visitor> {
    const context = await browser.newContext()
    await context.addCookies([{ name: 'user', value: user, url }])
    return Visitor.arrive(context, url)
  }
  /** Opens a session like the element; resolves to the responses to its webhooks. */
  async function deliveries(user: string) {
    const headers = { 'Content-Type': 'application/json', cookie: `user=${user}` }
    const opened = await fetch(`${url}/identity/sessions`, { method: 'POST', headers, body: '{}' })
    expect(opened.status).toBe(201)
    const answers = async () => {
      const list = await (await fetch(`${sandboxUrl}/_sandbox/deliveries`)).json()
      return (list as { data: { status: number }[] }).data.map(({ status }) => status)
    }
    await expect.poll(answers).toHaveLength(1)
    return answers()
  }

  it('begins with an app in which every signed-in user can book', async () => {
    await start('node before.mjs')
    expect([await book(), await book('ada')]).toEqual([401, 200])
  })

  it('ends with one in which only verified users can book, and that shuts down cleanly', async () => {
    await startSandbox()
    const server = await start(SERVER)
    expect([await book(), await book('ada')]).toEqual([401, 403])
    const signIn = await fetch(`${url}/sign-in/ada`, { method: 'POST', redirect: 'manual' })
    expect(signIn.headers.getSetCookie()[0]).toMatch(/^user=ada;/)

    const ada = await signedIn('ada')
    await ada.button('Book the cabin').click()
    expect(ada.page.url()).toBe(`${url}/`)
    await ada.button('Verify your identity').click()
    await ada.choose('Verification failure')
    await ada.reaches('requires_input')
    await ada.button('Try again').click()
    await ada.choose('Verification success')
    await ada.reaches('verified')
    await ada.button('Book the cabin').click()
    await ada.page.getByText('Booked for ada.').waitFor()
    await ada.context.close()
    expect(await book('bob')).toBe(403)
    expect(server.said()).not.toContain('"level":50')
    server.signal('SIGTERM')
    expect(await server.ended).toBe(0)
  })

  it('describes the actual effects of a body parser before the router', async () => {
    await startSandbox()
    const { 'server.mjs': good = '' } = filesOf(text)
    const router = /app\.use\('\/identity'.*\n/.exec(good)?.[0] ?? ''
    const bad = good.replace(router, '').replace('app.use(express.json())\n', (line) => line + router)
    project.write('server.mjs', bad.replaceAll('4242', new URL(url).port))
    const server = await start(SERVER)
    expect(await deliveries('ada')).toEqual([500])
    const answer = await fetch(`${url}/identity/webhook`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    })
    const { error } = (await answer.json()) as { error: { code: string; message: string } }
    expect(error.code).toBe('webhook_body_parsed')
    expect(text).toContain(`\n    ${error.message}\n`)
    await expect.poll(() => server.said()).toContain('webhook_body_parsed')

    const ada = await signedIn('ada')
    await ada.button('Verify your identity').click()
    await ada.choose('Verification success')
    await ada.reaches('verified')
    await ada.context.close()
  })

  it('has a solution for apps that cannot mount the router first', async () => {
    await startSandbox()
    await start('node --env-file=.env webhook-first.mjs')
    expect(await deliveries('ada')).toEqual([200])
  })
})
