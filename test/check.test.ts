import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { isRehearsed, REHEARSED } from '../scripts/lib/changed.mjs'
import { SLOW } from '../scripts/lib/slow-first.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'check-'))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))

/** Runs a script with a `check` and `capture`; returns its output and its exit code. */
function play(script: string): Promise<{ output: string; code: number }> {
  const lib = (name: string) => pathToFileURL(join(ROOT, 'scripts/lib', name)).href
  const whole = `
    import { writeFileSync } from 'node:fs'
    import { Check } from '${lib('check.mjs')}'
    import { capture } from '${lib('run.mjs')}'
    const check = new Check()
    ${script}
    check.finish()`
  const args = ['--input-type=module', '-e', whole]
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: folder }, (error, stdout, stderr) => {
      resolve({ output: stderr + stdout, code: Number(error?.code ?? 0) })
    })
  })
}
const lastLine = (output: string) => output.trimEnd().split('\n').at(-1)
const left = (totals: object) => `async () => writeFileSync('totals', '${JSON.stringify(totals)}')`

describe('the counts of npm test', () => {
  it('include concurrent steps, each with its output', async () => {
    const { output, code } = await play(`
      await check.steps({
        good: () => capture(process.execPath, ['-e', 'console.log("well")']),
        bad: () => capture(process.execPath, ['-e', 'console.log("why"); process.exit(3)']),
        missing: () => capture('no-such-program', []),
      })`)
    expect([lastLine(output), code]).toEqual(['1 passed, 2 failed', 1])
    for (const text of ['well', 'why', 'ended with 3', 'no-such-program']) expect(output).toContain(text)
  })

  it("include tests by their runner's report, with the names of skipped ones", async () => {
    const { output, code } = await play(`
      await check.step('install', async () => {})
      await check.tests('tests', 'totals', ${left({ passed: 5, skipped: ['a (skipped because b)'], failures: [] })})`)
    expect([lastLine(output), code]).toEqual(['6 passed, 0 failed', 0])
    expect(output).toContain('skipped: a (skipped because b)')
  })

  it.each([
    ['a failure', left({ passed: 1, skipped: [], failures: ['a'] }), '1 passed, 1 failed'],
    ['no test at all', left({ passed: 0, skipped: [], failures: [] }), '0 passed, 1 failed'],
    ['a runner that leaves nothing', 'async () => {}', '0 passed, 1 failed'],
    ['a runner that ends badly', "() => Promise.reject(new Error('ended'))", '0 passed, 1 failed'],
  ])('include %s as failed', async (_what, work, line) => {
    const { output, code } = await play(`await check.tests('tests', 'totals', ${work})`)
    expect([lastLine(output), code]).toEqual([line, 1])
    rmSync(join(folder, 'totals'), { force: true })
  })
})

it('lists only existing files as the slow ones', () => {
  expect(SLOW.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
})

describe('the files of the release rehearsal', () => {
  it('exist', () => {
    expect(REHEARSED.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })

  it.each([
    ['packages/create-stripe-identity/template/src/app.ts', true],
    ['scripts/lib/tarballs.mjs', true],
    ['packages/server/src/app.ts', false],
    ['README.md', false],
  ])('%s: %s', (path, expected) => {
    expect(isRehearsed(path)).toBe(expected)
  })
})
