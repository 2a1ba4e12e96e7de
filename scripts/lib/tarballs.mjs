import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { hashOf } from './stamp.mjs'
import { ROOT } from './workspace.mjs'

const PACKED = join(ROOT, 'node_modules', '.cache', 'packed')

/** The folders of published packages below packages/, dependencies first. */
export function publishedPackages() {
  return readdirSync(join(ROOT, 'packages'))
    .filter((name) => existsSync(join(ROOT, 'packages', name, 'package.json')) && !manifestOf(name).private)
    .sort()
    .reverse()
}

export function manifestOf(name) {
  return JSON.parse(readFileSync(join(ROOT, 'packages', name, 'package.json'), 'utf8'))
}

/** The manifest for users; see `stagePackages`. */
export function releasedManifestOf(name, repository) {
  const { devDependencies, scripts, ...manifest } = manifestOf(name)
  if (repository === null) return manifest
  const url = `git+${repository}.git`
  return { ...manifest, repository: { type: 'git', url, directory: `packages/${name}` } }
}

/** The hash of a file for the `integrity` attribute. */
export function integrityOf(file) {
  return `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`
}

/**
 * The tarballs of all packages as they are built now: paths by the package's folder. They are made once and kept
 * until a file changes.
 */
export function packedPackages() {
  const names = publishedPackages()
  const folders = names.map((name) => join(ROOT, 'packages', name))
  const hash = hashOf(folders, [], ['node_modules', '.cache', 'src', 'scripts'])
  const folder = join(PACKED, hash)
  if (!existsSync(folder)) {
    mkdirSync(PACKED, { recursive: true })
    removeOld(PACKED)
    const made = mkdtempSync(join(PACKED, 'new-'))
    pack(names, made)
    try {
      renameSync(made, folder)
    } catch (error) {
      // Another process packed the same files meanwhile.
      rmSync(made, { recursive: true, force: true })
      if (!existsSync(folder)) throw error
    }
  }
  return Object.fromEntries(names.map((name) => [name, join(folder, tarballName(manifestOf(name)))]))
}

/** Removes folders of earlier builds that are older than a day; another process may still read younger ones. */
function removeOld(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (Date.now() - statSync(path).mtimeMs > 86_400_000) rmSync(path, { recursive: true, force: true })
  }
}

/** The name that npm gives the file. */
function tarballName({ name, version }) {
  return `${name}-${version}.tgz`
}

/** Packs built packages, as `stagePackages` leaves them, into tarballs in `folder`. */
function pack(names, folder) {
  const staged = mkdtempSync(join(tmpdir(), 'pack-'))
  try {
    execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, ...stagePackages(names, staged)], {
      // npm is a .cmd file on Windows, which requires a shell.
      shell: process.platform === 'win32',
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  } finally {
    rmSync(staged, { recursive: true, force: true })
  }
}

/**
 * Copies built packages to folders below `folder`, as users get them, and returns those folders. The manifest has no
 * development dependencies and no scripts; the README's CDN tag names this version and the hash of its file.
 * `repository` is the URL of the building repository, which npm compares with the provenance.
 */
export function stagePackages(names, folder, repository = null) {
  return names.map((name) => {
    const staged = join(folder, name)
    // npm selects the files, by `files` of the manifest.
    cpSync(join(ROOT, 'packages', name), staged, {
      recursive: true,
      filter: (path) => !['node_modules', '.cache'].includes(basename(path)),
    })
    const manifest = releasedManifestOf(name, repository)
    writeFileSync(join(staged, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
    fillIn(staged, manifest)
    return staged
  })
}

function fillIn(staged, { version, unpkg }) {
  if (unpkg === undefined) return
  const readme = join(staged, 'README.md')
  const text = readFileSync(readme, 'utf8')
  const filled = text
    .replaceAll('@VERSION/', `@${version}/`)
    .replaceAll('sha384-HASH', integrityOf(join(staged, unpkg)))
  writeFileSync(readme, filled)
}
