import { readdirSync, readFileSync } from 'node:fs'
import { copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMetrics } from '../packages/server/src/metrics.js'
import { openSqliteDatabase } from '../packages/server/src/store/sqlite-database.js'
import { type Options, reaches, World } from '../packages/server/test/support/world.js'
import { tableAfter } from './support/tables.js'

const page = readFileSync(new URL('../docs/operations.md', import.meta.url), 'utf8')
const SOURCE = fileURLToPath(new URL('../packages/server/src', import.meta.url))
const plain = (cell = '') => cell.replaceAll('`', '')

/** Every log message of the server with its level. */
function logLines(): { line: string; level: string }[] {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  const CALL =
    /\blog\??\.(info|warn|error|fatal)\(\s*(?:[\w]+,\s*|\{[\s\S]*?\},\s*)?((?:'[^']+'(?:\s*\+\s*)?)+)/g
  const ENTRY = /\blevel: '(info|warn|error|fatal)', line: ('[^']+')/g
  const text = (literals: string) => [...literals.matchAll(/'([^']+)'/g)].map(([, part]) => part).join('')
  return files.flatMap((name) => {
    const source = readFileSync(join(SOURCE, name), 'utf8')
    return [...source.matchAll(CALL), ...source.matchAll(ENTRY)].map(([, level = '', line = '']) => ({
      line: text(line),
      level,
    }))
  })
}

describe('docs/operations.md', () => {
  it('lists every metric, with its type and labels', async () => {
    const metrics = createMetrics(() => 0)
    metrics.observer.webhook('applied')
    metrics.observer.stripeCall('ok', 1)
    metrics.observer.effect('told')
    metrics.observer.round('ok')
    const text = await new Promise<string>((resolve) => {
      const res = { type: () => res, send: resolve }
      void metrics.route({} as never, res as never, () => {})
    })
    const kinds = [...text.matchAll(/^# TYPE (identity_\w+) (\w+)$/gm)].map(
      ([, name, kind]) => `${name} ${kind}`,
    )
    const rows = tableAfter(page, '<!-- metrics -->').map((row) => row.map(plain))
    expect(rows.map(([name, kind]) => `${name} ${kind}`).toSorted()).toEqual(kinds.toSorted())
    const source = readFileSync(join(SOURCE, 'metrics.ts'), 'utf8')
    for (const [name, , labels] of rows) {
      const declared = new RegExp(`name: '${name}',[^}]*?labelNames: \\[([^\\]]*)\\]`).exec(source)?.[1] ?? ''
      expect([name, labels]).toEqual([name, declared.replaceAll(/[',]/g, '')])
    }
  })

  it('queries only existing metrics', () => {
    const named = new Set(tableAfter(page, '<!-- metrics -->').map(([name]) => plain(name)))
    const used = [...page.matchAll(/\b(identity_[a-z]+_[a-z_]+?)(?:_count)?(?=[{[` ])/g)].map(
      ([, name = '']) => name,
    )
    expect(used.filter((name) => !named.has(name) && name !== 'identity_verification')).toEqual([])
    expect(used.length).toBeGreaterThan(10)
  })

  it('lists every log line, with its level', () => {
    const rows = tableAfter(page, '<!-- logs -->').map(([line, level = '']) => ({ line: plain(line), level }))
    const lines = logLines()
    expect(lines.length).toBeGreaterThan(10)
    const order = (a: { line: string }, b: { line: string }) => a.line.localeCompare(b.line)
    expect(rows.toSorted(order)).toEqual(lines.toSorted(order))
  })
})

describe('the procedures in docs/operations.md', () => {
  let world: World
  beforeEach(async () => {
    world = await World.create()
  })
  afterEach(() => world.close())
  const path = () => join(world.folder, 'identity.db')
  const statements = [...page.matchAll(/^```sql\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text.trim())
  const verified = async (options: Options) => {
    const server = await world.serve({ database: `sqlite:${path()}`, ...options })
    const { id } = (await server.as('ada').open()).body
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    await reaches(server.as('ada'), id, 'verified')
    return { server, id }
  }

  it('resend effects that were set aside', async () => {
    expect(statements).toHaveLength(3)
    const [which = '', again = '', forget = ''] = statements
    let mended = false
    const told: string[] = []
    await verified({
      onStatusChange: async ({ status }) => {
        if (!mended) throw new Error('not now')
        told.push(status)
      },
    })
    const database = await openSqliteDatabase(path())
    const run = (sql: string) => database.prepare(sql).run([])
    const waiting = () => database.prepare(which).all([]) as { to_status: string }[]
    run('pragma busy_timeout = 5000')
    // As after the last try, hours later.
    run('update stripe_identity_effects set set_aside = 1, failures = 16')
    expect(waiting().at(-1)).toMatchObject({ to_status: 'verified', failures: 16 })
    mended = true
    run(again)
    await vi.waitFor(() => expect(told.at(-1)).toBe('verified'), 60_000)
    expect(waiting()).toEqual([])
    run(forget)
    database.close()
  })

  it('repeat redactions after a backup was restored', async () => {
    const { server, id } = await verified({ operator: { authorize: () => 'olga' } })
    await server.close()
    await copyFile(path(), join(world.folder, 'backup.db'))
    const second = await world.serve({ database: `sqlite:${path()}` })
    await second.identity.redact('ada')
    await second.close()
    for (const end of ['', '-wal', '-shm']) await rm(path() + end, { force: true })
    await copyFile(join(world.folder, 'backup.db'), path())

    const restored = await world.serve({
      database: `sqlite:${path()}`,
      operator: { authorize: () => 'olga' },
    })
    expect((await restored.as('ada').get(id)).body.redaction).toBeNull()
    expect((await restored.as(null).send('/operator/sessions?limit=100&created[gte]=1')).status).toBe(200)
    expect((await restored.as('ada').get(id)).body).toMatchObject({
      status: 'verified',
      redaction: { status: 'processing' },
    })
  })
})
