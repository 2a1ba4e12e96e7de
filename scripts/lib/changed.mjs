import { execFileSync } from 'node:child_process'

/** The number of commits of the main line that are checked. */
const COMMITS = 20

/** Files that the release tests cover, and these tests themselves. */
export const REHEARSED = [
  'packages/create-stripe-identity/',
  'packages/server/src/fetch/',
  'test/release/',
  'scripts/starter.mjs',
  'scripts/publish.mjs',
  'scripts/version.mjs',
  'scripts/test-release.mjs',
  'scripts/lib/publish.mjs',
  'scripts/lib/tarballs.mjs',
  'vitest.release.config.ts',
  '.changeset/config.json',
]

/** True if the last commits changed files that the release tests cover, or if that cannot be determined. */
export function changedForRelease() {
  try {
    const history = git('rev-list', '--first-parent', `--max-count=${COMMITS + 1}`, 'HEAD').split('\n')
    // A shorter history, such as a shallow clone's, does not show earlier changes.
    if (history.length <= COMMITS) return true
    const paths = git('diff', '--name-only', history.at(-1), 'HEAD').split('\n')
    return paths.some(isRehearsed)
  } catch {
    return true
  }
}

export function isRehearsed(path) {
  return REHEARSED.some((start) => path.startsWith(start))
}

function git(...args) {
  return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
}
