import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { node } from './run.mjs'
import { manifestOf, publishedPackages, stagePackages } from './tarballs.mjs'
import { ROOT } from './workspace.mjs'

const CHANGESET = join(ROOT, 'node_modules', '@changesets', 'cli', 'bin.js')

/**
 * Publishes each built package whose version is not on npm yet, by `changeset publish` in a workspace of the packages as
 * users get them. In GitHub Actions it publishes with provenance and only from the version's tag; elsewhere with the
 * account of `npm login`.
 */
export async function publishAll(
  { GITHUB_ACTIONS, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_REF } = process.env,
) {
  const inActions = GITHUB_ACTIONS === 'true'
  const { version } = manifestOf('server')
  if (inActions && GITHUB_REF !== `refs/tags/v${version}`) {
    throw new Error(
      `The packages are at ${version}, and this is ${GITHUB_REF}: publish from the tag v${version}.`,
    )
  }
  const workspace = mkdtempSync(join(tmpdir(), 'publish-'))
  try {
    const repository = inActions ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` : null
    stagePackages(publishedPackages(), join(workspace, 'packages'), repository)
    writeFileSync(join(workspace, 'package.json'), '{ "private": true, "workspaces": ["packages/*"] }')
    cpSync(join(ROOT, '.changeset'), join(workspace, '.changeset'), { recursive: true })
    // The tag of the release exists already.
    await node([CHANGESET, 'publish', '--no-git-tag'], {
      cwd: workspace,
      env: { ...process.env, npm_config_provenance: String(inActions) },
    })
  } finally {
    rmSync(workspace, { recursive: true, force: true })
  }
}
