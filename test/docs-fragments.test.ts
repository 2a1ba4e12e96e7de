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
/** Whose files and commands are run: by test/docs-run.test.ts, or by a test of their own (test/docs-….test.ts). */
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

/** The names of the element that a page may use, by the expression that finds it in a page's code. */
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

/** Names of ours in code must exist, also in fragments that cannot run. */
describe('the code in READMEs and docs', () => {
  const blocks = PAGES.flatMap((page) =>
    blocksOf(readFileSync(join(ROOT, page), 'utf8')).map((block) => ({ page, ...block })),
  )
  const scripts = blocks.filter(({ language }) => SCRIPTS.includes(language))
  /** Everything in these blocks that a sign finds, with its page, but what is known. */
  const unknown = (among: typeof blocks, sign: RegExp, known: string[]) =>
    among.flatMap(({ page, text }) =>
      [...text.matchAll(sign)].flatMap(([, name = '']) => (known.includes(name) ? [] : [`${page}: ${name}`])),
    )

  it('claims to run only where a test runs it', () => {
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

  it('imports what the packages export', async () => {
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

  it.each(OF_THE_ELEMENT)("names the element's %s as they are", (_, sign, known) => {
    expect(unknown(blocks, sign, known)).toEqual([])
  })

  it("writes attributes of the element's own", () => {
    const tags = blocks.map((block) => ({
      ...block,
      text: (block.text.match(/<identity-verification\b[^>]*>/g) ?? []).join('\n'),
    }))
    const known = [...names(element.attributes), 'slot', 'class', 'id']
    expect(unknown(tags, /\s(?!on)([a-z][a-z-]*)(?=[=\s/>])/g, known)).toEqual([])
  })

  it("calls the server's own methods", () => {
    expect(unknown(scripts, /(?<![./\w])identity\.(\w+)/g, methods)).toEqual([])
  })
})

/** The file behind an import, as Node would find it in a project with these packages. */
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

/** The entry of an exports map whose one star stands for a part of what is asked for. */
function byPattern(exports: Record<string, { default?: string }>, asked: string) {
  for (const [pattern, entry] of Object.entries(exports)) {
    const [before = '', after] = pattern.split('*')
    if (after === undefined || !asked.startsWith(before) || !asked.endsWith(after)) continue
    const star = asked.slice(before.length, asked.length - after.length)
    return { default: entry.default?.replace('*', star) }
  }
  return undefined
}
