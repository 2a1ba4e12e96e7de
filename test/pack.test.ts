import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  integrityOf,
  type Manifest,
  packedPackages,
  publishedPackages,
  releasedManifestOf,
} from '../scripts/lib/tarballs.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const REPOSITORY = 'https://github.com/somebody/somewhere'
const ALWAYS = ['LICENSE', 'README.md', 'package.json']

/** Every file of each package; `*` is part of a name, `**` any path. A line without a file fails as well. */
const CONTENTS: Record<string, string[]> = {
  widget: [
    'dist/identity-verification.js',
    'dist/**.licenses.md',
    'dist/chunks/*.js',
    'dist/{index,define,react,testing}.js',
    'dist/modules/*.js',
    'dist/locales/*.js',
    'dist/types/**.d.ts',
    'dist/custom-elements.json',
    'dist/web-types.json',
    'dist/vscode.{html,css}-custom-data.json',
  ],
  console: [
    'dist/identity-console.js',
    'dist/identity-console.licenses.md',
    'dist/page.css',
    'dist/{index,define}.js',
    'dist/modules/*.js',
    'dist/types/**.d.ts',
  ],
  server: [
    'dist/{cli,index}.js',
    'dist/{cli,index}.d.ts',
    'dist/*-*.js',
    'dist/console/identity-console.js',
    'dist/console/identity-console.licenses.md',
    'dist/console/page.css',
  ],
  sandbox: [
    'dist/{cli,index}.js',
    'dist/{cli,index}.d.ts',
    'dist/src.js',
    'dist/testing/{playwright,cypress}.js',
    'dist/testing/{index,playwright,cypress}.d.ts',
    'dist/browser/*.js',
    'dist/browser/icon.svg',
    'examples/{app,start}.mjs',
    'examples/{jest,vitest}/booking.test.mjs',
    'examples/playwright/booking.spec.mjs',
    'examples/*/*.config.mjs',
  ],
  'create-stripe-identity': [
    'dist/cli.js',
    'template/{Dockerfile,README.md,package.json,tsconfig.json,tsconfig.build.json}',
    'template/_{dockerignore,env.example,gitignore}',
    'template/{dev,src,test}/*.ts',
    'template/public/*.{css,js}',
    'template-next/{README.md,package.json,next.config.mjs}',
    'template-next/_{env.example,gitignore}',
    'template-next/{app,lib}/**.{js,jsx}',
    'template-next/dev/start.mjs',
    'template-next/public/style.css',
  ],
}

function toRegExp(pattern: string): RegExp {
  const source = pattern
    .replaceAll('.', '\\.')
    .replaceAll(/\{([^}]+)\}/g, (_, names: string) => `(${names.replaceAll(',', '|')})`)
    .replaceAll(/\*+/g, (stars) => (stars === '*' ? '[^/]*' : '.*'))
  return new RegExp(`^${source}$`)
}

/** Every path that `exports` and the like name. */
function targetsOf(manifest: Manifest): string[] {
  const leaves = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : Object.values(Object(value)).flatMap(leaves)
  const { exports, bin, main, types, unpkg, jsdelivr, customElements, sideEffects } = manifest
  const named = [
    exports,
    bin,
    main,
    types,
    unpkg,
    jsdelivr,
    customElements,
    sideEffects,
    manifest['web-types'],
  ]
  return named.flatMap(leaves).map((path) => path.replace(/^\.\//, ''))
}

describe.each(publishedPackages())('packages/%s as published', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'))
  const unpacked = join(folder, 'package')
  const read = (path: string) => readFileSync(join(unpacked, path), 'utf8')
  let files: string[]
  let manifest: Manifest
  beforeAll(() => {
    execFileSync('tar', ['-xzf', packedPackages()[name] ?? '', '-C', folder])
    files = readdirSync(unpacked, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => statSync(join(unpacked, path)).isFile())
    manifest = JSON.parse(read('package.json')) as Manifest
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))

  it('contains exactly the listed files', () => {
    const patterns = [...ALWAYS, ...(CONTENTS[name] ?? [])].map((text) => ({ text, regExp: toRegExp(text) }))
    expect(files.filter((path) => !patterns.some(({ regExp }) => regExp.test(path)))).toEqual([])
    const unused = patterns.filter(({ regExp }) => !files.some((path) => regExp.test(path)))
    expect(unused.map(({ text }) => text)).toEqual([])
  })

  it('contains no secret, database, log, source map or development file', () => {
    const wrong =
      /(^|\/)(\.env|node_modules|\.cache|coverage)(\/|$)|\.(db|sqlite|log|tgz|map|tsbuildinfo)(-\w+)?$/
    expect(files.filter((path) => wrong.test(path))).toEqual([])
    const scripts = files.filter((path) => /\.m?js$/.test(path))
    expect(scripts.filter((path) => read(path).includes('sourceMappingURL='))).toEqual([])
    const texts = files.filter((path) => /\.(m?js|ts|json|md)$/.test(path))
    expect(texts.filter((path) => read(path).includes(ROOT))).toEqual([])
  })

  it('depends only on published packages, and not on development dependencies', () => {
    const needed = { ...(manifest.dependencies as object), ...(manifest.optionalDependencies as object) }
    expect(Object.keys(needed)).not.toContain('stripe-identity-contract')
    expect(JSON.stringify(manifest)).not.toMatch(/workspace:|stripe-identity-contract/)
    expect(Object.keys(manifest)).not.toContain('devDependencies')
    expect(Object.keys(manifest)).not.toContain('scripts')
    const code = files.filter((path) => /\.(m?js|d\.ts)$/.test(path))
    expect(code.filter((path) => /from\s*['"]stripe-identity-contract/.test(read(path)))).toEqual([])
  })

  it('refers only to existing files', () => {
    const missing = targetsOf(manifest).filter(
      (path) => !files.some((file) => toRegExp(path.replaceAll('*', '**')).test(file)),
    )
    expect(missing).toEqual([])
    for (const program of Object.values(manifest.bin ?? {})) expect(read(program)).toMatch(/^#!.*\bnode\n/)
  })

  it('contains the license, and states that Stripe has no part in it', () => {
    expect(read('LICENSE')).toBe(readFileSync(join(ROOT, 'LICENSE'), 'utf8'))
    expect(manifest).toMatchObject({
      license: 'MIT',
      type: 'module',
      engines: { node: '>=20.19' },
    })
    expect(read('README.md')).toMatch(/not affiliated with\s+Stripe/i)
  })

  it('contains the CDN tag with its own version and hash', () => {
    const readme = read('README.md')
    expect(readme).not.toMatch(/@VERSION|sha384-HASH/)
    if (typeof manifest.unpkg !== 'string') return
    const [, url, integrity] = /src="([^"]+@[^"]+)"\s+integrity="([^"]+)"\s+crossorigin/.exec(readme) ?? []
    expect(url).toBe(
      `https://unpkg.com/${manifest.name}@${manifest.version}/${manifest.unpkg.replace('./', '')}`,
    )
    expect(integrity).toBe(integrityOf(join(unpacked, manifest.unpkg)))
  })
})

it.each(publishedPackages())('packages/%s names the repository it is built from', (name) => {
  expect(releasedManifestOf(name, REPOSITORY).repository).toEqual({
    type: 'git',
    url: `git+${REPOSITORY}.git`,
    directory: `packages/${name}`,
  })
  expect(releasedManifestOf(name, null)).not.toHaveProperty('repository')
})
