import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { readResults } from '../bench/lib/results.mjs'
import { resultTables } from '../bench/lib/results-table.mjs'

const DOCS = fileURLToPath(new URL('.', import.meta.url))
const WIDGET = new URL('../packages/widget/dist/', import.meta.url)

/**
 * The pages with parts that are made, from the widget as it was built and from what the benchmark found, by path: what
 * they have to say.
 */
export async function generatedPages() {
  const parts = {
    ...elementTables(),
    languages: await languageTable(),
    figures: resultTables(readResults()),
  }
  return Object.fromEntries(
    ['element.md', 'languages.md', 'performance.md'].map((name) => [
      DOCS + name,
      fill(readFileSync(DOCS + name, 'utf8'), parts),
    ]),
  )
}

/** Puts each part between its two comments. */
function fill(page, parts) {
  return page.replace(
    /(<!-- generated: (\w+) -->\n)[\s\S]*?(<!-- \/generated -->)/g,
    (_, begin, name, end) => `${begin}\n${parts[name]}\n\n${end}`,
  )
}

function elementTables() {
  const manifest = JSON.parse(readFileSync(new URL('custom-elements.json', WIDGET), 'utf8'))
  const element = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .find((it) => it.customElement)
  const attributes = element.attributes.filter(({ name }) => name !== 'state')
  const fields = element.members.filter(({ kind }) => kind === 'field')
  const attributeOf = ({ name }) => attributes.find(({ fieldName }) => fieldName === name)
  return {
    attributes: table(
      ['attribute', 'type', 'default', 'what it is'],
      attributes.map((it) => [code(it.name), code(typeOf(it)), defaultOf(it), it.description]),
    ),
    properties: table(
      ['property', 'type', 'attribute', 'what it is'],
      fields.map((it) => [
        code(it.name),
        code(typeOf(it)),
        it.readonly ? 'read only' : code(attributeOf(it)?.name),
        it.description,
      ]),
    ),
    methods: table(
      ['method', 'returns', 'what it does'],
      element.members
        .filter(({ kind }) => kind === 'method')
        .map((it) => [
          code(`${it.static ? 'static ' : ''}${it.name}()`),
          code(it.return?.type.text),
          it.description,
        ]),
    ),
    events: table(
      ['event', '`event.detail`', 'when'],
      element.events.map((it) => [
        code(it.name),
        code(it.type.text.replace(/^CustomEvent<(.*)>$/, '$1')),
        it.description,
      ]),
    ),
    states: namesAndMeanings('state', element.cssStates),
    slots: namesAndMeanings('slot', element.slots),
    parts: namesAndMeanings('part', element.cssParts),
    custom_properties: table(
      ['custom property', 'default', 'what it is'],
      element.cssProperties.map((it) => [code(it.name), code(it.default), it.description]),
    ),
  }
}

function namesAndMeanings(kind, list) {
  return table(
    [kind, 'what it is'],
    list.map((it) => [code(it.name), it.description]),
  )
}

/** English first, then each language that has a chunk, with the words of its button. */
async function languageTable() {
  const folder = new URL('locales/', WIDGET)
  const tags = readdirSync(folder)
    .map((name) => /^(.*)\.js$/.exec(name)?.[1])
    .filter((tag) => tag && tag !== 'en' && !tag.endsWith('.rest'))
    .toSorted()
  const rows = await Promise.all(
    tags.map(async (tag) => {
      const { messages } = await import(pathToFileURL(fileURLToPath(new URL(`${tag}.js`, folder))).href)
      return [code(tag), nameOf(tag, 'en'), nameOf(tag, tag), messages.start]
    }),
  )
  return table(['tag', 'language', 'in itself', 'the button'], rows)
}

function nameOf(tag, inLanguage) {
  return new Intl.DisplayNames(inLanguage, { type: 'language' }).of(tag)
}

/** A type without what stands for "may be left out". */
function typeOf({ type }) {
  return type?.text.replace(' | undefined', '')
}

function defaultOf({ default: value }) {
  return value === 'DEFAULT_BASE_PATH' ? code('/identity') : code(value?.replace(/^'(.*)'$/, '$1'))
}

function code(text) {
  return text ? `\`${text}\`` : ''
}

function table(head, rows) {
  const line = (cells) =>
    `| ${cells.map((cell = '') => cell.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
