// Measures the downloads of a page before a click, and until the modal can open; peers are built the same way.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { line, report } from './lib/report.mjs'

const BENCH = fileURLToPath(new URL('.', import.meta.url))
const WIDGET = new URL('.', import.meta.resolve('stripe-identity-widget'))
const COMPRESSIONS = {
  gzip: (bytes) => gzipSync(bytes, { level: 9 }).length,
  brotli: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
}
/** Each peer's element or client, imported as its documentation describes. No peer loads further code by itself. */
const PEERS = {
  'persona 5.9.0 (client of its hosted flow)': "export * from 'persona'",
  '@didit-protocol/sdk-web 0.4.0 (client of its hosted flow)': "export * from '@didit-protocol/sdk-web'",
  'altcha 3.2.2 (an element with its own work)': "import 'altcha'",
  '@power-elements/stripe-elements 3.3.0 (Lit elements around Stripe.js)':
    "import '@power-elements/stripe-elements'",
  'Lit 3.3.3 alone (the floor)': "export { LitElement, html, css } from 'lit'",
}

const built = (name) => readFileSync(new URL(name, WIDGET))
/** The script, which imports nothing at once; then the chunks that have to be there before the modal opens. */
const before = [built('identity-verification.js')]
const untilModal = [...before, ...chunks(['controller.js', 'run.js'])]

/** The chunks, and those that they import. */
function chunks(names) {
  const found = new Map()
  for (const name of names) {
    if (found.has(name)) continue
    found.set(name, built(`chunks/${name}`))
    for (const [, imported] of String(found.get(name)).matchAll(/from"\.\/([^"]+)"/g)) names.push(imported)
  }
  return found.values()
}

async function bundled(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: BENCH },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    // A page without a build step uses the shipped files; one of the peers names sources that it does not ship.
    conditions: [],
    plugins: [shippedFilesOnly],
    logOverride: { 'empty-import-meta': 'silent' },
    write: false,
  })
  return outputFiles.filter(({ path }) => !path.endsWith('.css')).map(({ contents }) => contents)
}

/** esbuild always sets a condition of its own name, for which @power-elements/stripe-elements names files it does not ship. */
const shippedFilesOnly = {
  name: 'shipped files only',
  setup({ onResolve }) {
    onResolve({ filter: /^@power-elements\/stripe-elements/ }, ({ path }) => {
      const file = fileURLToPath(import.meta.resolve(path))
      return existsSync(file) ? { path: file } : undefined
    })
  },
}

const sum = (files, compress) => files.reduce((total, file) => total + compress(file), 0)

for (const [name, compress] of Object.entries(COMPRESSIONS)) {
  const [ours, whole] = [sum(before, compress), sum(untilModal, compress)]
  const lines = [
    line({
      ...{ what: 'before the click', unit: 'bytes', ours },
      ...{ against: 'the size stated in the README', peer: 11_000, aim: 'at most 1' },
    }),
  ]
  for (const [against, contents] of Object.entries(PEERS)) {
    const peer = sum(await bundled(contents), compress)
    lines.push(line({ what: 'before the click', unit: 'bytes', ours, against, peer }))
    lines.push(
      line({ what: 'until the modal, without Stripe.js', unit: 'bytes', ours: whole, against, peer }),
    )
  }
  report(`Bytes of script, ${name}`, lines)
}
