import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { capture } from './run.mjs'
import { frameworkPages, packages } from './workspace.mjs'

/**
 * The type checks of the whole workspace, by name. TypeScript 7 checks our own code in a fifth of the time, and every
 * page that needs TypeScript alone; a framework's own checker checks its page.
 */
export function typeChecks() {
  const ours = [...packages(), 'demo', '.'].filter((folder) => existsSync(join(folder, 'tsconfig.json')))
  const plain = frameworkPages().filter((folder) => checkerOf(folder) === 'tsc')
  const others = frameworkPages().filter((folder) => checkerOf(folder) !== 'tsc')
  return Object.fromEntries([
    ...[...ours, ...plain].map((folder) => [
      `types of ${folder}`,
      () => capture(process.execPath, ['node_modules/typescript-7/bin/tsc', '-p', folder]),
    ]),
    ...others.map((folder) => [
      `types of ${folder}`,
      () => capture('npm', ['run', '--silent', 'types'], { cwd: folder }),
    ]),
  ])
}

function checkerOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).scripts.types
}
