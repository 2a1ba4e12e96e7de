import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { call, control, createSession, SESSIONS } from './support/api.js'
import { startReceiver } from './support/receiver.js'

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
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
  it('contains the commands of the tests below', () => {
    expect(commands).toHaveLength(6)
  })

  it('lists every control route', () => {
    const source = readFileSync(new URL('../src/control.ts', import.meta.url), 'utf8')
    const known = [...source.matchAll(/^ {2}\['([A-Z]+)', '\/([\w/:]+)'/gm)].map(
      ([, method, path]) => `${method} ${path}`,
    )
    expect(known.length).toBeGreaterThan(20)
    expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(known.sort())
  })

  it('lists every option of the command, and of its commands', async () => {
    const help = async (...args: string[]) =>
      (await promisify(execFile)(process.execPath, [CLI, ...args, '--help'])).stdout
    const flagsOf = (text: string) =>
      new Set([...text.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([flag]) => flag))
    const section = (title: string) => {
      const [, text = ''] = new RegExp(`^## ${title}\\n([\\s\\S]*?)(?=^## )`, 'm').exec(README) ?? []
      return text
    }
    expect(flagsOf(section('The command'))).toEqual(flagsOf(await help()))
    expect(flagsOf(section('Beside Stripe itself'))).toEqual(flagsOf(await help('validate')))
  })

  it('lists every option and member of createSandbox', () => {
    const source = readFileSync(new URL('../src/options.ts', import.meta.url), 'utf8')
    const options = [...source.matchAll(/^ {2}readonly (\w+)\?:/gm)].map(([, name]) => name!)
    expect(options.length).toBeGreaterThan(10)
    const first = [...README.matchAll(/^\| ((?:`[^`|]*`(?:, )?)+) +\|/gm)].map(([, cell]) => cell).join()
    const words = new Set(first.match(/\w+/g))
    expect(options.filter((name) => !words.has(name))).toEqual([])
    expect(Object.keys(sandbox).filter((name) => !words.has(name))).toEqual([])
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
    // An existing route reports an unknown id or a missing parameter.
    expect(reply.body.error?.message ?? '').not.toContain('No such control route')
  })

  it('the first test does what the text says', async () => {
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

  it('every choice is available as a method, an option or a route', async () => {
    const [, table = ''] = /\*\*What you can decide:\*\*\n\n([\s\S]*?)\n\n/.exec(README) ?? []
    const { id } = await createSession(sandbox)
    const event = sandbox.events()[0]?.id
    const methods = [...table.matchAll(/`(\w+)[(.]/g)].map(([, name]) => name!)
    expect(methods.length).toBeGreaterThan(10)
    expect(methods.filter((name) => name !== 'createSandbox' && !(name in sandbox))).toEqual([])
    const calls = [...table.matchAll(/`(PUT|POST) \/_sandbox\/([\w/…]+)`/g)]
    expect(calls).toHaveLength(11)
    for (const [, method = '', path = ''] of calls) {
      const reply = await control(sandbox, method, path.replace('vs_…', id).replace('evt_…', event!), {})
      expect(reply.body.error?.message ?? '').not.toContain('No such')
    }
    await control(sandbox, 'POST', 'reset')
  })

  it('curl works without any SDK', async () => {
    const [, path = '', form = ''] =
      /^curl localhost:12111(\/v1\S+) -u sk_test_123: -d (\S+)$/m.exec(README) ?? []
    expect(path).toBe(SESSIONS)
    expect((await call(sandbox, 'POST', path, form)).status).toBe(200)
  })
})
