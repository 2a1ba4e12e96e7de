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
import { join } from 'node:path'
import { hashOf } from './stamp.mjs'
import { ROOT } from './workspace.mjs'

const PACKED = join(ROOT, 'node_modules', '.cache', 'packed')

/** The folders below packages/ that are published; what a package needs of ours comes before it. */
export function publishedPackages() {
  return readdirSync(join(ROOT, 'packages'))
    .filter((name) => existsSync(join(ROOT, 'packages', name, 'package.json')) && !manifestOf(name).private)
    .sort()
    .reverse()
}

export function manifestOf(name) {
  return JSON.parse(readFileSync(join(ROOT, 'packages', name, 'package.json'), 'utf8'))
}

/** The manifest as users get it; see `packForRelease`. */
export function releasedManifestOf(name, repository) {
  const { devDependencies, scripts, ...manifest } = manifestOf(name)
  if (repository === null) return manifest
  const url = `git+${repository}.git`
  return { ...manifest, repository: { type: 'git', url, directory: `packages/${name}` } }
}

/** As the `integrity` attribute wants it. */
export function integrityOf(file) {
  return `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`
}

/**
 * The tarballs that npm would get of all packages as they are built now: paths by the package's folder. They are made
 * once and kept until something in them changes.
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
    packForRelease(names, made)
    try {
      renameSync(made, folder)
    } catch (error) {
      // Another process packed the same meanwhile.
      rmSync(made, { recursive: true, force: true })
      if (!existsSync(folder)) throw error
    }
  }
  return Object.fromEntries(names.map((name) => [name, join(folder, tarballName(manifestOf(name)))]))
}

/** Folders of earlier builds; what another process may still read is younger than a day. */
function removeOld(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (Date.now() - statSync(path).mtimeMs > 86_400_000) rmSync(path, { recursive: true, force: true })
  }
}

/** As npm names it. */
function tarballName({ name, version }) {
  return `${name}-${version}.tgz`
}

/**
 * Packs packages, as they are built, into tarballs in `folder`; gives their paths by the names that came in. Users get no
 * development dependency and no script; the README's tag for a CDN names this version and the hash of this very file.
 * `repository` is the URL of where they were built, which npm compares with the provenance.
 */
export function packForRelease(names, folder, repository = null) {
  const staged = mkdtempSync(join(tmpdir(), 'pack-'))
  try {
    const sources = npmPack(
      names.map((name) => join(ROOT, 'packages', name)),
      ['--dry-run'],
    )
    for (const [index, name] of names.entries())
      stage(name, sources[index].files, join(staged, name), repository)
    const packed = npmPack(
      names.map((name) => join(staged, name)),
      ['--pack-destination', folder],
    )
    return Object.fromEntries(names.map((name, index) => [name, join(folder, packed[index].filename)]))
  } finally {
    rmSync(staged, { recursive: true, force: true })
  }
}

/** Copies the files of one package to where it is packed, with the manifest and the README that users get. */
function stage(name, files, staged, repository) {
  for (const { path } of files) cpSync(join(ROOT, 'packages', name, path), join(staged, path))
  const manifest = releasedManifestOf(name, repository)
  writeFileSync(join(staged, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  fillIn(staged, manifest)
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

/** What npm says of each folder that it packed, in their order: it starts once for all of them. */
function npmPack(folders, args) {
  const out = execFileSync('npm', ['pack', '--json', '--silent', ...args, ...folders], {
    encoding: 'utf8',
    // npm is a .cmd file on Windows, which only a shell starts.
    shell: process.platform === 'win32',
  })
  return JSON.parse(out)
}
