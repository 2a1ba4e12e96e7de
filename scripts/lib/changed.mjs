import { execFileSync } from 'node:child_process'

/** How many commits of the main line are looked back at. */
const COMMITS = 20

/** What the release tests rehearse, and these tests themselves. */
export const REHEARSED = [
  'packages/create-stripe-identity/',
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

/** Whether the last commits changed what the release tests rehearse; true as well where that cannot be found out. */
export function changedForRelease() {
  try {
    const history = git('rev-list', '--first-parent', `--max-count=${COMMITS + 1}`, 'HEAD').split('\n')
    // A history that is shorter, as a shallow clone's, says nothing about what was before it.
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
