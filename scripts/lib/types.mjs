import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { capture } from './run.mjs'
import { frameworkPages, packages } from './workspace.mjs'

/**
 * The type checks of the whole workspace, by name. TypeScript 7 checks our own code in a fifth of the time; a
 * framework's own checker checks its page.
 */
export function typeChecks() {
  const ours = [...packages(), 'demo', '.'].filter((folder) => existsSync(join(folder, 'tsconfig.json')))
  return Object.fromEntries([
    ...ours.map((folder) => [
      `types of ${folder}`,
      () => capture(process.execPath, ['node_modules/typescript-7/bin/tsc', '-p', folder]),
    ]),
    ...frameworkPages().map((folder) => [
      `types of ${folder}`,
      () => capture('npm', ['run', '--silent', 'types'], { cwd: folder }),
    ]),
  ])
}
