import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blocksOf } from '../docs/blocks.mjs'
import { type TestServer, World } from '../packages/server/test/support/world.js'

const page = readFileSync(new URL('../docs/frameworks.md', import.meta.url), 'utf8')
const PHONE = '192.168.1.5:5173'

describe('docs/frameworks.md', () => {
  let world: World
  let server: TestServer
  let folder: string
  beforeAll(async () => {
    world = await World.create()
    server = await world.serve()
    const cache = fileURLToPath(new URL('../docs/.cache/', import.meta.url))
    mkdirSync(cache, { recursive: true })
    // Below the repository, so that the recipe finds Vite.
    folder = mkdtempSync(join(cache, 'vite-'))
  })
  afterAll(async () => {
    await world.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  })

  it('has a development proxy through which a phone on the same network can write', async () => {
    const { text = '' } = blocksOf(page).find(({ text }) => text.includes("from 'vite'")) ?? {}
    const configFile = join(folder, 'vite.config.ts')
    writeFileSync(configFile, text.replaceAll('http://localhost:4242', server.url))
    const vite = await createServer({
      configFile,
      root: folder,
      logLevel: 'silent',
      server: { port: 0, host: '127.0.0.1', ws: false },
    })
    await vite.listen()
    try {
      const { port } = (vite.httpServer as unknown as Server).address() as AddressInfo
      // Browsers send no Sec-Fetch-Site to an untrusted address over plain http.
      const asking = request({
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/identity/sessions',
        headers: {
          Host: PHONE,
          Origin: `http://${PHONE}`,
          'Content-Type': 'application/json',
          'X-User': 'ada',
        },
      }).end('{}')
      const [answer] = await once(asking, 'response')
      answer.resume()
      expect(answer.statusCode).toBe(201)
    } finally {
      await vite.close()
    }
  })
})
