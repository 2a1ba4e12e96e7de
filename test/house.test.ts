import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Which of our packages may import which; everything not listed is forbidden. */
const PACKAGES: Record<string, string[]> = {
  'packages/contract': [],
  'packages/widget': ['stripe-identity-contract'],
  'packages/console': ['stripe-identity-contract'],
  'packages/server': ['stripe-identity-contract'],
  'packages/sandbox': [],
  'packages/create-stripe-identity': [],
  // The production part; the sandbox is used in the template's dev/ and test/.
  'packages/create-stripe-identity/template': ['stripe-identity-widget', 'stripe-identity-server'],
  demo: [
    'stripe-identity-widget',
    'stripe-identity-console',
    'stripe-identity-server',
    'stripe-identity-sandbox',
  ],
  ...Object.fromEntries(frameworkPages().map((folder) => [folder, ['stripe-identity-widget']])),
  bench: [
    'stripe-identity-widget',
    'stripe-identity-console',
    'stripe-identity-server',
    'stripe-identity-sandbox',
  ],
}

/**
 * The floors of each package, top first. A file imports from floors below its own, and from its own floor only where
 * stated. A file on no floor fails the test, so every new file needs an entry.
 */
const FLOORS: Record<string, { name: string; files: RegExp; among?: boolean }[]> = {
  'packages/server/src': [
    { name: 'entry', files: /^(cli|index)$/, among: true },
    { name: 'commands', files: /^commands\/.*$/, among: true },
    { name: 'application', files: /^(config|app|metrics|request-log)$/, among: true },
    { name: 'composition', files: /^(identity|open-importer|open-store)$/, among: true },
    {
      name: 'doors',
      files: /^(router|require-verified|in-process|options-check|auth\/.*|fetch\/.*)$/,
      among: true,
    },
    { name: 'routes', files: /^(routes\/.*|options|user|in-flight|host-call|host-params)$/, among: true },
    { name: 'services', files: /^services\/.*$/, among: true },
    { name: 'concrete stores', files: /^store\/(?!store$|operator-store$|store-error$).*$/, among: true },
    { name: 'interface and outside', files: /^(store\/(operator-)?store|stripe(-\w+)?)$/, among: true },
    {
      name: 'ground',
      files: /^(session|facts|truth|accept|errors|env|observer|store\/store-error)$/,
      among: true,
    },
  ],
  'packages/widget/src': [
    { name: 'entry', files: /^(define|react|index|types\/.*)$/, among: true },
    { name: 'attributes', files: /^attributes$/ },
    { name: 'element', files: /^identity-verification$/ },
    {
      name: 'what it shows',
      files:
        /^(view|explain|tell|icons|later|later-icons|later-styles|speech|first-speech|whole-speech|own-texts|words|styles|languages|locales\/.*|adopted-css)$/,
      among: true,
    },
    {
      name: 'behaviours',
      files:
        /^(form-control|internals|native-internals|preload|start-buttons|language-watch|keep-focus|adopted-styles)$/,
      among: true,
    },
    { name: 'before the store', files: /^(first-verification|first-question|load-store)$/, among: true },
    { name: 'store', files: /^controller$/ },
    { name: 'conversations', files: /^conversations$/ },
    { name: 'conversation', files: /^conversation$/ },
    { name: 'run on demand', files: /^import-run$/ },
    { name: 'on intent', files: /^(run|await-modal|hosted-page|follow|cancel)$/, among: true },
    { name: 'parts', files: /^(audience|question|connection|status|core|first-questions)$/, among: true },
    { name: 'public types', files: /^(verification|verification-event|snapshot)$/, among: true },
    { name: 'outside', files: /^(requests|stripe-js|testing)$/ },
    { name: 'answers', files: /^(first-state|send|session)$/, among: true },
    { name: 'servers', files: /^same-server$/ },
    { name: 'below', files: /^(api|modal|page|messages|flow|language-tags)$/ },
    { name: 'ground', files: /^(load-module|errors|time)$/, among: true },
  ],
  'packages/console/src': [
    { name: 'entry', files: /^(define|index)$/, among: true },
    { name: 'element', files: /^identity-console$/ },
    { name: 'views', files: /^\w+-view$/ },
    { name: 'dialog', files: /^act-dialog$/ },
    { name: 'parts', files: /^(timeline|status|problem|outcomes|styles\/\w+)$/ },
    { name: 'work', files: /^(outcome|sentence|live|csv)$/ },
    { name: 'outside', files: /^(api|acts)$/ },
    { name: 'ground', files: /^(route|words|time|icons)$/, among: true },
  ],
  'packages/sandbox/src': [
    { name: 'entry', files: /^(cli|cli\/.*|index|testing\/.*)$/, among: true },
    { name: 'validation', files: /^validate\/.*$/, among: true },
    { name: 'server', files: /^(server|api|options|upstream)$/, among: true },
    {
      name: 'doors',
      files: /^(control|instrument|history|saving|state-file|own-routes|pages\/.*)$/,
      among: true,
    },
    { name: 'accounts', files: /^accounts$/ },
    { name: 'core', files: /^core$/ },
    {
      name: 'what happens to the objects',
      files: /^(objects\/.*routes|objects\/session\/lifecycle|objects\/(account|ephemeral-key)|deliver\/.*)$/,
      among: true,
    },
    { name: 'all that an account holds', files: /^world\/account$/ },
    {
      name: 'objects and wire',
      files: /^(objects\/.*|stripe\/.*|world\/.*|calls|choices|guard)$/,
      among: true,
    },
  ],
  'packages/create-stripe-identity/src': [
    { name: 'entry', files: /^cli$/ },
    { name: 'effects', files: /^scaffold$/ },
    { name: 'ground', files: /^(arguments|packages|project-name)$/ },
  ],
  'packages/create-stripe-identity/template/src': [
    { name: 'entry', files: /^server$/ },
    { name: 'routes', files: /^app$/ },
    { name: 'identity', files: /^identity$/ },
    { name: 'sign-in', files: /^auth$/ },
    { name: 'pages', files: /^(pages|headers)$/ },
    { name: 'ground', files: /^(settings|html)$/ },
  ],
  'packages/contract/src': [
    { name: 'entry', files: /^index$/ },
    { name: 'operators', files: /^operator-views$/ },
    { name: 'ground', files: /^(errors|routes|session-view)$/ },
  ],
}

/** Only `open-store` may name a concrete store: all others use the interface. */
const CONCRETE_STORE = /^store\/(?!store$|operator-store$|store-error$)/

interface Import {
  from: string
  to: string
}

/** The folders below demo/ that are packages of their own: apps of a framework, as a host would have them. */
function frameworkPages(): string[] {
  return readdirSync(join(ROOT, 'demo'))
    .map((name) => join('demo', name))
    .filter((folder) => existsSync(join(ROOT, folder, 'package.json')))
}

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|vue|svelte)$/.test(name))
    .filter((name) => !/(^|\/)(node_modules|dist|\.[\w-]+)\//.test(name))
    .map((name) => join(folder, name))
}

function specifiers(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    (match) => match[1] as string,
  )
}

/** Imports among the files of one package, without endings, relative to `folder`. */
function importsWithin(folder: string): Import[] {
  const name = (file: string) => relative(join(ROOT, folder), file).replace(/\.(ts|tsx|js)$/, '')
  return sources(folder).flatMap((file) =>
    specifiers(file)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => ({
        from: name(join(ROOT, file)),
        to: name(resolve(ROOT, dirname(file), specifier)),
      })),
  )
}

function findCycle(imports: Import[]): string[] | null {
  const graph = groupBy(imports)
  const done = new Set<string>()
  const visit = (file: string, path: string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return null
    for (const { to } of graph.get(file) ?? []) {
      const cycle = visit(to, [...path, file])
      if (cycle !== null) return cycle
    }
    done.add(file)
    return null
  }
  for (const file of graph.keys()) {
    const cycle = visit(file, [])
    if (cycle !== null) return cycle
  }
  return null
}

function groupBy(imports: Import[]): Map<string, Import[]> {
  const groups = new Map<string, Import[]>()
  for (const each of imports) groups.set(each.from, [...(groups.get(each.from) ?? []), each])
  return groups
}

describe('the imports of the repository', () => {
  it.each(Object.entries(PACKAGES))('%s imports only what stands below it', (folder, allowed) => {
    const own = sources(folder.startsWith('packages/') ? `${folder}/src` : folder)
    const ours = own.flatMap((file) =>
      specifiers(file)
        .map((specifier) => /^(stripe-identity-\w+)(\/|$)/.exec(specifier)?.[1])
        .filter((name) => name !== undefined && !allowed.includes(name))
        .map((name) => `${file} → ${name}`),
    )
    expect(ours).toEqual([])
  })

  it.each(Object.keys(PACKAGES).filter((folder) => folder !== 'bench' && !frameworkPages().includes(folder)))(
    '%s has no import cycle',
    (folder) => {
      expect(findCycle(importsWithin(folder === 'demo' ? 'demo/src' : `${folder}/src`))).toBeNull()
    },
  )

  it.each(Object.entries(FLOORS))('%s: imports point down', (folder, floors) => {
    const floorOf = (file: string) => floors.findIndex(({ files }) => files.test(file))
    const imports = importsWithin(folder)
    expect(sources(folder).length).toBeGreaterThan(0)
    const homeless = imports.flatMap(({ from, to }) => [from, to]).filter((file) => floorOf(file) === -1)
    expect(new Set(homeless)).toEqual(new Set())
    const wrong = imports.filter(({ from, to }) => {
      const [above, below] = [floorOf(from), floorOf(to)]
      if (above === below) return floors[above]?.among !== true
      return above > below || (CONCRETE_STORE.test(to) && from !== 'open-store')
    })
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })
})
