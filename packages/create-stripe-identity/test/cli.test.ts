import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const PACKAGES = fileURLToPath(new URL('../../', import.meta.url))
const CLI = join(PACKAGES, 'create-stripe-identity/dist/cli.js')
const manifest = (name: string) => JSON.parse(readFileSync(join(PACKAGES, name, 'package.json'), 'utf8'))
const { version } = manifest('create-stripe-identity')

describe('create-stripe-identity', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'create-test-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))

  /** Runs the program without a terminal, as a script does. */
  function run(...args: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 20_000,
    })
    return { status, out: stdout, err: stderr }
  }

  it('asks no question if the folder is given, and writes a project with its name and our versions', () => {
    expect(run('trips/my-app')).toMatchObject({ status: 0, err: '' })
    const project = JSON.parse(readFileSync(join(folder, 'trips/my-app/package.json'), 'utf8'))
    expect(project.name).toBe('my-app')
    const ours = Object.entries({ ...project.dependencies, ...project.devDependencies }).filter(([name]) =>
      name.startsWith('stripe-identity-'),
    )
    expect(Object.fromEntries(ours)).toEqual({
      'stripe-identity-server': `^${version}`,
      'stripe-identity-widget': `^${version}`,
      'stripe-identity-sandbox': `^${version}`,
    })
    expect(readdirSync(join(folder, 'trips/my-app'))).not.toContain('vendor')
  })

  it('has the same version as the packages that it names', () => {
    for (const name of ['server', 'widget', 'sandbox']) expect(manifest(name).version).toBe(version)
  })

  it('asks no question with --yes', () => {
    expect(run('--yes')).toMatchObject({ status: 0, err: '' })
    expect(readdirSync(folder)).toEqual(['my-app'])
  })

  it('does not wait for an answer without a terminal', () => {
    expect(run()).toEqual({
      status: 1,
      out: '',
      err: 'Name a folder for the new project, my-app for example.\n',
    })
    expect(readdirSync(folder)).toEqual([])
  })

  it('writes into an empty folder, and into an empty repository', () => {
    mkdirSync(join(folder, 'fresh/.git'), { recursive: true })
    const { status, out } = run('fresh')
    expect(status).toBe(0)
    expect(out).toContain('cd fresh\n')
    expect(readdirSync(join(folder, 'fresh'))).toContain('.gitignore')
  })

  it('prints how to change to a subfolder with a space in its name', () => {
    expect(run('My work/fresh').out).toContain('cd "My work/fresh"\n')
  })

  it('refuses a folder that is not empty, and does not change it', () => {
    mkdirSync(join(folder, 'mine'))
    writeFileSync(join(folder, 'mine/README.md'), 'mine')
    const { status, err } = run('mine', '--yes')
    expect(status).toBe(1)
    expect(err).toBe('mine is not empty (README.md, …): name a folder that is new or empty.\n')
    expect(readdirSync(join(folder, 'mine'))).toEqual(['README.md'])
  })

  it.each([
    ['a name that npm would not take', ['My App'], 'my-app would do.'],
    ['a name that nothing can be made of', ['…'], 'npm takes no project named "…"'],
    ['a folder that is a file', ['file'], 'file is a file: name a folder'],
    ['two folders', ['one', 'two'], 'One folder at a time: one, two'],
    ['an unknown option', ['my-app', '--typescript'], "Unknown option '--typescript'. See --help"],
    ['an option without its value', ['my-app', '--packages'], 'argument missing. See --help'],
    [
      'packages that are not there',
      ['my-app', '--packages', '.'],
      '. has no tarball of stripe-identity-widget.',
    ],
  ])('refuses %s in one line, and writes nothing', (_what, args, line) => {
    writeFileSync(join(folder, 'file'), '')
    const { status, out, err } = run(...args)
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(err).toContain(line)
    expect(err.trimEnd()).not.toContain('\n')
    expect(readdirSync(folder)).toEqual(['file'])
  })

  it('prints its options and its version', () => {
    expect(run('-v')).toEqual({ status: 0, out: `${version}\n`, err: '' })
    const { status, out } = run('--help')
    expect(status).toBe(0)
    for (const option of ['-y, --yes', '--packages', '-h, --help', '-v, --version'])
      expect(out).toContain(option)
    expect(readdirSync(folder)).toEqual([])
  })
})
