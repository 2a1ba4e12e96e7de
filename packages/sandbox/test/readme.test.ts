import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { call, control, createSession, SESSIONS } from './support/api.js'

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

  it('curl without any SDK', async () => {
    const [, path = '', form = ''] =
      /^curl localhost:12111(\/v1\S+) -u sk_test_123: -d (\S+)$/m.exec(README) ?? []
    expect(path).toBe(SESSIONS)
    expect((await call(sandbox, 'POST', path, form)).status).toBe(200)
  })
})
