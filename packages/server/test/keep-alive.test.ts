import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningServer, startServer } from '../src/app.js'
import { readConfig } from '../src/config.js'
import { World } from './support/world.js'

/** A minimal proxy in a process of its own with one kept-alive connection; a line of milliseconds sends a request after that time. */
const PROXY = `
  const { Agent, request } = require('node:http')
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const send = () => request(process.argv[1], { agent }, (answer) => {
    answer.resume().on('end', () => console.log(answer.statusCode, answer.headers.connection, answer.headers['keep-alive']))
  }).on('error', (error) => console.log(error.code)).end()
  require('node:readline').createInterface({ input: process.stdin }).on('line', (ms) => setTimeout(send, Number(ms)))
`

describe('a kept-alive connection', () => {
  let world: World
  let server: RunningServer
  beforeAll(async () => {
    world = await World.create()
    const config = readConfig({
      STRIPE_SECRET_KEY: world.sandbox.secretKey,
      STRIPE_PUBLISHABLE_KEY: world.sandbox.publishableKey,
      STRIPE_API_BASE: world.sandbox.url,
      COOKIE_SECRET: 'a cookie secret that is long enough',
      DATABASE_URL: `sqlite:${world.folder}/keep-alive.db`,
      HOST: '127.0.0.1',
      PORT: '0',
    })
    server = await startServer(config, pino({ level: 'silent' }))
  })
  afterAll(() => world.close())

  it("outlasts a proxy's idle timeout, and is not closed while a request is waiting to be read", async () => {
    const proxy = spawn(process.execPath, ['-e', PROXY, `${server.url}/health/live`], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const said: string[] = []
    createInterface({ input: proxy.stdout }).on('line', (line) => said.push(line))
    try {
      proxy.stdin.write('0\n')
      await expect.poll(() => said).toEqual(['200 keep-alive timeout=75'])
      const stopped = server.stop()
      // Idle connections are closed after a second; this process is busy then, and the request arrives meanwhile.
      await delay(700)
      proxy.stdin.write('400\n')
      await delay(100)
      const busyUntil = performance.now() + 800
      while (performance.now() < busyUntil);
      await expect.poll(() => said[1]).toMatch(/^200 close/)
      await stopped
    } finally {
      proxy.kill()
      await once(proxy, 'exit')
    }
  })
})
