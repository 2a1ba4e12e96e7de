import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.mjs'
import { manifestOf, packForRelease, publishedPackages } from './tarballs.mjs'

/**
 * Publishes each built package whose version is not on npm yet. In GitHub Actions it publishes with provenance and
 * only from the version's tag; elsewhere with the account of `npm login`.
 */
export async function publishAll(
  { GITHUB_ACTIONS, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_REF } = process.env,
) {
  const inActions = GITHUB_ACTIONS === 'true'
  const repository = inActions ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` : null
  const missing = []
  for (const name of publishedPackages()) {
    const { name: published, version } = manifestOf(name)
    if (inActions && GITHUB_REF !== `refs/tags/v${version}`) {
      throw new Error(
        `${published} is at ${version}, and this is ${GITHUB_REF}: publish from the tag v${version}.`,
      )
    }
    if (isPublished(`${published}@${version}`)) console.log(`${published}@${version} is there already`)
    else missing.push(name)
  }
  if (missing.length === 0) return
  const folder = mkdtempSync(join(tmpdir(), 'publish-'))
  try {
    const tarballs = packForRelease(missing, folder, repository)
    for (const name of missing) {
      const provenance = inActions ? ['--provenance'] : []
      await run('npm', ['publish', tarballs[name], '--access', 'public', ...provenance])
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Only npm's 404 means that a version is missing; any other failure ends the release. */
function isPublished(spec) {
  try {
    return execFileSync('npm', ['view', spec, 'version'], { encoding: 'utf8', stdio: 'pipe' }).trim() !== ''
  } catch (error) {
    if (String(error.stderr).includes('E404')) return false
    throw error
  }
}
