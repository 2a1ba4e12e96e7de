import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { onFirstVisit } from '../src/first-visit.js'
import { staticPage } from '../src/static-page.js'

/** Records that it runs, waits for the file `go`, then writes a page. */
const BUILD = `
  import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
  appendFileSync('.cache/runs', 'run\\n')
  while (!existsSync('.cache/go')) await new Promise((resolve) => setTimeout(resolve, 10))
  const source = readFileSync('app.js', 'utf8')
  if (source.includes('broken')) throw new Error('app.js is broken')
  mkdirSync('dist', { recursive: true })
  writeFileSync('dist/app.js', source)
  writeFileSync('dist/index.html', '<h1>Made</h1>\\n<script src="/sandbox.js"></script>\\n')
`

describe('a page built on its first visit', () => {
  let folder: string
  let servers: Server[]
  let ending: AbortController
  const file = (name: string) => join(folder, name)
  const runs = async () => (await readFile(file('.cache/runs'), 'utf8')).trim().split('\n')
  const begun = () => expect.poll(() => existsSync(file('.cache/runs')), { timeout: 60_000 }).toBe(true)

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demo-page-'))
    servers = []
    ending = new AbortController()
    await mkdir(file('.cache'))
    await writeFile(file('package.json'), '{"type":"module","scripts":{"build":"node build.js"}}')
    await writeFile(file('build.js'), BUILD)
    await writeFile(file('app.js'), 'first')
    await writeFile(file('.cache/go'), '')
  })
  afterEach(async () => {
    ending.abort()
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  })

  /** Serves the page as the demo does after a start; returns its URL. */
  async function start(sandboxUrl: string | null = 'http://localhost:1'): Promise<string> {
    const open = () => staticPage({ folder, sandboxUrl, signal: ending.signal })
    const app = express().use('/some', onFirstVisit('Some', open))
    const server = createServer(app)
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/some`
  }

  it('is built once for all requests that arrive meanwhile and wait for it', async () => {
    await rm(file('.cache/go'))
    const url = await start()
    const visits = [url, url, `${url}/app.js`].map((each) => fetch(each))
    await begun()
    await writeFile(file('.cache/go'), '')
    const answers = await Promise.all(visits)
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await answers[0]?.text()).toContain('<h1>Made</h1>')
    expect(await answers[2]?.text()).toBe('first')
    expect(await runs()).toHaveLength(1)
  })

  it('is not rebuilt by a later start unless one of its files has changed', async () => {
    expect((await fetch(await start())).status).toBe(200)
    expect((await fetch(await start())).status).toBe(200)
    expect(await runs()).toHaveLength(1)
    await writeFile(file('app.js'), 'second')
    expect(await (await fetch(`${await start()}/app.js`)).text()).toBe('second')
    expect(await runs()).toHaveLength(2)
  })

  it('responds 500 with the reason if the build fails, and is rebuilt at the next visit', async () => {
    await writeFile(file('app.js'), 'broken')
    const url = await start()
    const failed = await fetch(url)
    expect(failed.status).toBe(500)
    expect(failed.headers.get('content-type')).toContain('text/plain')
    const text = await failed.text()
    expect(text).toMatch(/^The Some page could not be built/)
    expect(text).toContain('app.js is broken')
    await writeFile(file('app.js'), 'mended')
    expect((await fetch(url)).status).toBe(200)
    expect(await (await fetch(`${url}/app.js`)).text()).toBe('mended')
  })

  it('contains nothing of the sandbox with Stripe', async () => {
    expect(await (await fetch(await start())).text()).toContain('sandbox')
    expect(await (await fetch(await start(null))).text()).toBe('<h1>Made</h1>\n')
  })

  it('leaves no build running when the demo ends', async () => {
    await rm(file('.cache/go'))
    const visit = fetch(await start())
    await begun()
    ending.abort()
    // The response comes after the last process that could write to the build's output has ended.
    expect((await visit).status).toBe(500)
  })
})
