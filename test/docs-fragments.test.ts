import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import ts from 'typescript'
import { afterAll, describe, expect, it } from 'vitest'
import { blocksOf } from '../docs/blocks.mjs'
import { createIdentity } from '../packages/server/src/index.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PAGES = [
  'README.md',
  ...['docs', 'packages/widget', 'packages/server', 'packages/sandbox'].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
]
const require = createRequire(join(ROOT, 'docs', 'package.json'))
/** Pages whose files and commands are run by test/docs-run.test.ts or by a separate test/docs-….test.ts. */
const RUN = [
  'age-check',
  'any-server',
  'existing-express',
  'from-stripes-sample',
  'native-apps',
  'quick-start',
  'several-purposes',
  'testing',
  'theming',
  'verify-again',
].map((name) => `docs/${name}.md`)
const SCRIPTS = ['js', 'ts', 'jsx', 'tsx']

const element = JSON.parse(
  readFileSync(join(ROOT, 'packages/widget/dist/custom-elements.json'), 'utf8'),
).modules.flatMap((module: { declarations?: { customElement?: boolean }[] }) =>
  (module.declarations ?? []).filter(({ customElement }) => customElement),
)[0]
const names = (list: { name: string }[]) => list.map(({ name }) => name)

/** The names that a page may use of the element, by the expression that finds them in its code. */
const OF_THE_ELEMENT: [what: string, sign: RegExp, known: string[]][] = [
  ['events', /['"@](identity-[a-z]+)['"=]/g, [...names(element.events), 'identity-verification']],
  ['custom properties', /(--identity-[a-z-]+)/g, names(element.cssProperties)],
  ['parts', /::part\((\w+)\)/g, names(element.cssParts)],
  ['states', /:state\((\w+)\)/g, names(element.cssStates)],
  ['slots', /slot="(\w+)"/g, names(element.slots)],
]

const folder = mkdtempSync(join(tmpdir(), 'fragments-'))
const identity = createIdentity({
  stripe: { secretKey: 'sk_test_1', publishableKey: 'pk_test_1', webhookSecrets: ['whsec_1'] },
  database: `sqlite:${folder}/identity.db`,
  authenticate: () => null,
  reconcileIntervalMs: 3_600_000,
})
const methods = Object.keys(identity)
afterAll(async () => {
  await identity.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
})

/** Our names in code must exist, also in fragments that cannot run. */
describe('code in READMEs and docs', () => {
  const blocks = PAGES.flatMap((page) =>
    blocksOf(readFileSync(join(ROOT, page), 'utf8')).map((block) => ({ page, ...block })),
  )
  const scripts = blocks.filter(({ language }) => SCRIPTS.includes(language))
  /** All matches in these blocks except known names, each with its page. */
  const unknown = (among: typeof blocks, sign: RegExp, known: string[]) =>
    among.flatMap(({ page, text }) =>
      [...text.matchAll(sign)].flatMap(([, name = '']) => (known.includes(name) ? [] : [`${page}: ${name}`])),
    )

  it('is marked as runnable only if a test runs it', () => {
    const claiming = blocks.filter(({ file, run }) => file !== null || run).map(({ page }) => page)
    expect([...new Set(claiming)].toSorted()).toEqual(RUN)
  })

  it('can be parsed', () => {
    const faults = scripts.flatMap(({ page, text }) => {
      const { diagnostics = [] } = ts.transpileModule(text, {
        fileName: 'fragment.tsx',
        reportDiagnostics: true,
        compilerOptions: { jsx: ts.JsxEmit.Preserve, target: ts.ScriptTarget.ESNext },
      })
      return diagnostics.map(
        ({ messageText }) => `${page}: ${ts.flattenDiagnosticMessageText(messageText, ' ')} in\n${text}`,
      )
    })
    expect(faults).toEqual([])
  })

  it('imports only exports of the packages', async () => {
    const imports = scripts.flatMap(({ page, text }) =>
      [...text.matchAll(/^import (?:\{([^}]*)\} from )?'(stripe-identity-[^']+)'/gm)]
        .filter(([, , from = '']) => !from.includes('/types/'))
        .map(([, list = '', from = '']) => ({
          page,
          from,
          wanted: list.split(',').flatMap((it) => it.trim() || []),
        })),
    )
    expect(imports.length).toBeGreaterThan(10)
    for (const { page, from, wanted } of imports) {
      const module = await import(pathToFileURL(resolve(from)).href)
      expect({ page, from, missing: wanted.filter((name) => !(name in module)) }).toMatchObject({
        missing: [],
      })
    }
  })

  it.each(OF_THE_ELEMENT)('contains only existing %s of the element', (_, sign, known) => {
    expect(unknown(blocks, sign, known)).toEqual([])
  })

  it('sets only attributes of the element', () => {
    const tags = blocks.map((block) => ({
      ...block,
      text: (block.text.match(/<identity-verification\b[^>]*>/g) ?? []).join('\n'),
    }))
    const known = [...names(element.attributes), 'slot', 'class', 'id']
    expect(unknown(tags, /\s(?!on)([a-z][a-z-]*)(?=[=\s/>])/g, known)).toEqual([])
  })

  it('calls only methods of the server', () => {
    expect(unknown(scripts, /(?<![./\w])identity\.(\w+)/g, methods)).toEqual([])
  })
})

/** The file of an import, resolved like Node in a project with these packages. */
function resolve(from: string): string {
  const [name = '', ...path] = from.split('/')
  const folder = join(require.resolve(`${name}/package.json`), '..')
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const asked = path.length === 0 ? '.' : `./${path.join('/')}`
  const { default: file } = exports[asked] ?? byPattern(exports, asked) ?? exports
  const found = join(folder, file)
  if (!existsSync(found)) throw new Error(`${from} is not exported`)
  return found
}

/** The entry of an exports map whose star matches a part of the subpath. */
function byPattern(exports: Record<string, { default?: string }>, asked: string) {
  for (const [pattern, entry] of Object.entries(exports)) {
    const [before = '', after] = pattern.split('*')
    if (after === undefined || !asked.startsWith(before) || !asked.endsWith(after)) continue
    const star = asked.slice(before.length, asked.length - after.length)
    return { default: entry.default?.replace('*', star) }
  }
  return undefined
}
