import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { madeElsewhere } from './support/elsewhere.js'
import { rows } from './support/rows.js'
import { World } from './support/world.js'

// Processes start and hundreds of sessions are created, which is slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))

/** The command as users start it. */
class Import {
  readonly process: ChildProcess
  out = ''
  err = ''

  constructor(args: string[], env: Record<string, string>) {
    this.process = spawn(process.execPath, [CLI, 'import', ...args], {
      env: { PATH: process.env.PATH ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.process.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.out += text
    })
    this.process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.err += text
    })
  }

  async end(): Promise<{ code: number | null; left: string[]; last: string }> {
    const [code] = (await once(this.process, 'close')) as [number | null]
    const lines = (text: string) => text.split('\n').filter(Boolean)
    return { code, left: lines(this.out), last: lines(this.err).at(-1) ?? '' }
  }
}

describe('stripe-identity-server import', () => {
  let world: World
  let env: Record<string, string>
  let file: string
  const running: Import[] = []
  beforeEach(async () => {
    world = await World.create()
    file = join(world.folder, 'identity.db')
    env = {
      STRIPE_SECRET_KEY: world.sandbox.secretKey,
      STRIPE_API_BASE: world.sandbox.url,
      DATABASE_URL: `sqlite:${file}`,
    }
  })
  afterEach(async () => {
    for (const each of running.splice(0)) each.process.kill('SIGKILL')
    await world.close()
  })

  function start(...args: string[]): Import {
    const program = new Import(args, env)
    running.push(program)
    return program
  }
  const made = (user: string, status?: 'verified' | 'canceled') =>
    madeElsewhere(world, { ...(status && { status }), params: { client_reference_id: user } })
  /** Whether a server on the same database reports these users as verified. */
  async function verified(...users: string[]): Promise<boolean[]> {
    const { identity, close } = await world.serve({ stripe: { webhookSecrets: ['whsec_1'] } })
    const answers = await Promise.all(users.map((user) => identity.isVerified(user)))
    await close()
    return answers
  }

  it('imports sessions that name their user, and lists the others with a reason', async () => {
    const server = await world.serve()
    const own = (await server.as('own').open()).body.id
    await server.close()
    await made('ada', 'verified')
    await made('ada', 'canceled')
    const [first, second] = [await made('bob'), await made('bob')]
    const stranger = await madeElsewhere(world)
    const { code, left, last } = await start().end()
    expect({ code, last }).toEqual({
      code: 0,
      last: '6 seen: 3 adopted, 1 known before, 2 left as they are',
    })
    // The newest open session is imported.
    expect(left).toEqual([
      `${stranger}: client_reference_id is empty`,
      `${first}: the user has another open session`,
    ])
    expect(await verified('ada', 'bob', 'own')).toEqual([true, false, false])
    const known = await rows<{ stripe_id: string }>(file, 'select stripe_id from stripe_identity_sessions')
    expect(known.map(({ stripe_id }) => stripe_id)).toContain(second)
    expect(known.map(({ stripe_id }) => stripe_id)).toContain(own)
    expect((await start().end()).last).toBe('6 seen: 0 adopted, 4 known before, 2 left as they are')
  })

  it('reads the user from a metadata key', async () => {
    const params = { 'metadata[user_id]': 'ada' }
    await madeElsewhere(world, { status: 'verified', params })
    const other = await made('bob', 'verified')
    const { left } = await start('--by', 'metadata.user_id').end()
    expect(left).toEqual([`${other}: metadata.user_id is empty`])
    expect(await verified('ada', 'bob')).toEqual([true, false])
  })

  it('writes nothing with --dry-run, and prints the same result', async () => {
    await made('ada', 'verified')
    const stranger = await madeElsewhere(world)
    const { left, last } = await start('--dry-run').end()
    expect(left).toEqual([`${stranger}: client_reference_id is empty`])
    expect(last).toBe('2 seen: 1 adopted, 0 known before, 1 left as they are; nothing was written')
    expect(await verified('ada')).toEqual([false])
  })

  it('continues where it was killed, and imports each session once', async () => {
    const count = 450
    for (let index = 0; index < count; index += 25) {
      await Promise.all(
        Array.from({ length: 25 }, (_, each) => {
          const n = index + each
          return n % 50 === 7 ? madeElsewhere(world) : made(`user-${n}`)
        }),
      )
    }
    const slow = { method: 'GET', path: '/v1/identity/verification_sessions', when: 'before', delay_ms: 300 }
    await world.control('POST', 'faults', { ...slow, times: 1000 })
    const lines = new Set<string>()
    const cursor = () =>
      existsSync(file)
        ? rows(file, "select value from stripe_identity_settings where name like '%:import:%'").catch(
            () => [],
          )
        : Promise.resolve([])
    for (let kills = 0; kills < 2; kills++) {
      const before = await cursor()
      const killed = start()
      await expect.poll(() => killed.out.split('\n').length, { interval: 5 }).toBeGreaterThan(1)
      // A line is printed before its page is committed: the kill waits for the commit.
      await expect.poll(cursor, { interval: 5 }).not.toEqual(before)
      killed.process.kill('SIGKILL')
      for (const line of (await killed.end()).left) lines.add(line)
    }
    await world.control('DELETE', 'faults')
    await world.forgetCalls()
    const { code, left, last } = await start().end()
    for (const line of left) lines.add(line)
    expect({ code, last }).toEqual({
      code: 0,
      last: '450 seen: 441 adopted, 0 known before, 9 left as they are; continued from an earlier run',
    })
    expect(lines.size).toBe(9)
    // Sessions imported earlier are not retrieved again.
    expect((await world.calls()).length).toBeLessThan(5)
    const [{ n } = { n: 0 }] = await rows<{ n: number }>(
      file,
      'select count(distinct stripe_id) as n from stripe_identity_sessions',
    )
    expect(n).toBe(441)
  })

  describe('--csv', () => {
    const csv = async (content: string | Buffer) => {
      const path = join(world.folder, 'users.csv')
      await writeFile(path, content)
      return start('--csv', path)
    }

    it('imports each row that is valid and unique, and reports every other one', async () => {
      const ids = []
      for (let index = 0; index < 6; index++) ids.push(await madeElsewhere(world, { status: 'verified' }))
      const [ada, bob, twice, disputed, quoted, last] = ids
      const file = Buffer.concat([
        Buffer.from(`\ufeffname,session,user\r\n`),
        Buffer.from(`Ada,${ada},ada\r\n`),
        Buffer.from([0x5a, 0x6f, 0xeb]), // Zoë in Latin-1
        Buffer.from(`,${bob},zoe\n`),
        Buffer.from(`T,${twice},twice\nT,${twice},twice\n`),
        Buffer.from(`D,${disputed},one\nD,${disputed},two\n`),
        Buffer.from(`"Q, with ""quotes""",${quoted},"user, quoted"\n`),
        Buffer.from(`L,${last},${'x'.repeat(10 * 1024 * 1024)}\n`),
        Buffer.from(`N,vs_live_one,ada\nN,pi_1,ada\nN,${bob},\nN\n"open,${bob},ada\n\n`),
        Buffer.from(`B,${bob},bob`),
      ])
      const { code, left, last: said } = await (await csv(file)).end()
      expect(left).toEqual([
        'line 3: is not UTF-8',
        `line 5: ${twice} appears earlier in the file`,
        `line 6: ${disputed} appears in the file with more than one user`,
        `line 7: ${disputed} appears in the file with more than one user`,
        'line 9: is longer than any row',
        expect.stringMatching(/^line 10: Stripe does not know vs_live_one with this key: /),
        'line 11: session is not a session id (vs_…)',
        'line 12: user is empty or not a valid user id',
        'line 13: does not have the columns of the first line',
        'line 14: does not have the columns of the first line',
      ])
      expect({ code, said }).toEqual({
        code: 0,
        said: '14 seen: 4 adopted, 0 known before, 10 left as they are',
      })
      expect(await verified('ada', 'bob', 'zoe', 'twice', 'one', 'two', 'user, quoted')).toEqual([
        ...[true, true, false, true, false, false, true],
      ])
    })

    it.each([
      ['', 'is empty.'],
      ['a,b\n1,2\n', 'must name the columns'],
      [Buffer.from('\ufeffuser,session\n', 'utf16le'), 'is UTF-16'],
    ])('refuses a file without the columns: %j', async (content, why) => {
      const { code, last } = await (await csv(content)).end()
      expect(code).toBe(1)
      expect(last).toContain(why)
    })

    it('accepts semicolons, as spreadsheets write them', async () => {
      const id = await madeElsewhere(world, { status: 'verified' })
      expect((await (await csv(`User;Session\n7;${id}\n`)).end()).left).toEqual([])
      expect(await verified('7')).toEqual([true])
    })
  })

  it.each([
    [['--by', 'email'], {}, '--by takes client_reference_id or metadata.<key>'],
    [['--by', 'metadata.x', '--csv', 'x.csv'], {}, 'exclude each other'],
    [['--nothing'], {}, 'See --help'],
    [['more'], {}, 'import takes no "more"'],
    [['--csv', '/nowhere.csv'], {}, 'ENOENT'],
    [[], { STRIPE_SECRET_KEY: '' }, 'STRIPE_SECRET_KEY'],
    [[], { DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [[], { STRIPE_SECRET_KEY: 'sk_live_1' }, 'STRIPE_API_BASE'],
  ])('reports the mistake: %j %j', async (args, more, why) => {
    env = { ...env, ...more }
    const { code, last } = await start(...args).end()
    expect(code).toBe(1)
    expect(last).toContain(why)
  })

  it('stops with a message when Stripe refuses the key', async () => {
    await made('ada', 'verified')
    await world.control('POST', 'faults', {
      ...{
        method: 'GET',
        path: '/v1/identity/verification_sessions',
        when: 'before',
        times: 10,
        status: 403,
      },
    })
    const { code, last } = await start().end()
    expect({ code, last }).toEqual({ code: 1, last: 'Stripe refuses the key or its permissions.' })
  })
})
