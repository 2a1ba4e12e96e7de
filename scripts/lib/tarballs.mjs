import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './workspace.mjs'

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

/** As the `integrity` attribute wants it. */
export function integrityOf(file) {
  return `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`
}

/**
 * Packs one package, as it is built, into a tarball in `folder`, and gives its path. Users get no development
 * dependency and no script; the README's tag for a CDN names this version and the hash of this very file. `repository`
 * is the URL of where it was built, which npm compares with the provenance.
 */
export function packForRelease(name, folder, repository = null) {
  const source = join(ROOT, 'packages', name)
  const staged = mkdtempSync(join(tmpdir(), 'pack-'))
  try {
    for (const { path } of npmPack(source, ['--dry-run']).files)
      cpSync(join(source, path), join(staged, path))
    const { devDependencies, scripts, ...manifest } = manifestOf(name)
    if (repository !== null) {
      manifest.repository = { type: 'git', url: `git+${repository}.git`, directory: `packages/${name}` }
    }
    writeFileSync(join(staged, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
    fillIn(staged, manifest)
    return join(folder, npmPack(staged, ['--pack-destination', folder]).filename)
  } finally {
    rmSync(staged, { recursive: true, force: true })
  }
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

function npmPack(folder, args) {
  const out = execFileSync('npm', ['pack', '--json', '--silent', ...args], {
    cwd: folder,
    encoding: 'utf8',
    // npm is a .cmd file on Windows, which only a shell starts.
    shell: process.platform === 'win32',
  })
  return JSON.parse(out)[0]
}
