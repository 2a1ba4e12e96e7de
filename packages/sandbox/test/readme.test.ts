import { readFileSync } from 'node:fs'
import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { call, control, createSession, SESSIONS } from './support/api.js'
import { startReceiver } from './support/receiver.js'

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const commands = [...README.matchAll(/^curl (?:-X (\w+) )?localhost:12111\/_sandbox\/(\S+) -d '(.*)'$/gm)]
const routes = [...README.matchAll(/^\| (`(?:GET|POST|PUT|DELETE)[^|]*) \|/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`([A-Z]+)(?:` `([A-Z]+))?(?:` `([A-Z]+))? ([\w/:]+)`/g)].flatMap(([, ...parts]) => {
    const path = parts.pop()!
    return parts.filter(Boolean).map((method) => ({ method: method!, path }))
  }),
)

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

describe('the README', () => {
  it('has the commands and routes that the tests below look for', () => {
    expect(commands).toHaveLength(6)
    expect(routes).toHaveLength(27)
  })

  it.each(commands.map(([line, method = 'POST', path = '', body = '']) => ({ line, method, path, body })))(
    '$line',
    async ({ method, path, body }) => {
      const { id } = await createSession(sandbox)
      expect((await control(sandbox, method, path.replace('vs_…', id), body)).status).toBe(200)
      await control(sandbox, 'POST', 'reset')
    },
  )

  it.each(routes)('$method $path is a route', async ({ method, path }) => {
    const reply = await control(sandbox, method, path, method === 'GET' ? undefined : {})
    // A route that is there does not know the id, or misses something in the body.
    expect(reply.body.error?.message ?? '').not.toContain('No such control route')
  })

  it('the first test does what it says', async () => {
    const [, text = ''] = /^```js\n([\s\S]*?)^```$/m.exec(README) ?? []
    const receiver = await startReceiver()
    const AsyncFunction = (async () => {}).constructor as FunctionConstructor
    const body = text.replaceAll(/^import .*$/gm, '').replace('http://127.0.0.1:4242/webhook', receiver.url)
    await new AsyncFunction('createSandbox', 'Stripe', body)(createSandbox, Stripe)
    expect(receiver.received.map(({ event }) => event.type.split('.').at(-1))).toEqual([
      ...['created', 'processing', 'requires_input', 'processing', 'verified'],
    ])
    await receiver.close()
  })

  it('everything that can be decided is a method, an option or a route', async () => {
    const [, table = ''] = /\*\*What you can decide:\*\*\n\n([\s\S]*?)\n\n/.exec(README) ?? []
    const { id } = await createSession(sandbox)
    const methods = [...table.matchAll(/`(\w+)[(.]/g)].map(([, name]) => name!)
    expect(methods.length).toBeGreaterThan(10)
    expect(methods.filter((name) => name !== 'createSandbox' && !(name in sandbox))).toEqual([])
    const calls = [...table.matchAll(/`(PUT|POST) \/_sandbox\/([\w/…]+)`/g)]
    expect(calls).toHaveLength(8)
    for (const [, method = '', path = ''] of calls) {
      const reply = await control(sandbox, method, path.replace('vs_…', id), {})
      expect(reply.body.error?.message ?? '').not.toContain('No such')
    }
    await control(sandbox, 'POST', 'reset')
  })

  it('curl without any SDK', async () => {
    const [, path = '', form = ''] =
      /^curl localhost:12111(\/v1\S+) -u sk_test_123: -d (\S+)$/m.exec(README) ?? []
    expect(path).toBe(SESSIONS)
    expect((await call(sandbox, 'POST', path, form)).status).toBe(200)
  })
})
