import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from './workspace.mjs'

/** Packs packages as they would be published, by their folder's name, into a folder. */
export function pack(names, folder) {
  const folders = names.map((name) => join(ROOT, 'packages', name))
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, ...folders], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    // npm is a .cmd file on Windows, which only a shell starts.
    shell: process.platform === 'win32',
  })
}
