import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'

const WIDGET = fileURLToPath(new URL('../../packages/widget/', import.meta.url))
const VITE = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'widget-again-'))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))

/** Each script below a folder, with its hash. */
function scriptsIn(dist: string): string[] {
  return readdirSync(dist, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name) => {
      const hash = createHash('sha256').update(readFileSync(join(dist, name)))
      return `${name} ${hash.digest('hex')}`
    })
}

it('a rebuilt element is byte-identical', () => {
  const { scripts } = JSON.parse(readFileSync(join(WIDGET, 'package.json'), 'utf8'))
  for (const command of scripts.build.split(' && ')) {
    const [program, ...args] = command.split(' ')
    if (program !== 'vite') continue
    const more = ['--outDir', folder, '--logLevel', 'error']
    execFileSync(process.execPath, [VITE, ...args, ...more], { cwd: WIDGET, stdio: 'pipe' })
  }
  expect(scriptsIn(folder)).toEqual(scriptsIn(join(WIDGET, 'dist')))
})
