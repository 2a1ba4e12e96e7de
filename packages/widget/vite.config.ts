import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import minifyTemplates from 'rollup-plugin-html-literals'
import { minify as terser } from 'terser'
import { defineConfig, type Plugin, type UserConfig } from 'vite'

// What is shipped does not depend on who builds it.
process.env.NODE_ENV = 'production'

const MODULES = {
  index: 'src/index.ts',
  define: 'src/define.ts',
  react: 'src/react.ts',
  testing: 'src/testing.ts',
  ...Object.fromEntries(
    readdirSync('src/locales').map((name) => [`locales/${name.slice(0, -3)}`, `src/locales/${name}`]),
  ),
}

/** Loaded after the first answer if there is a session. */
const FIRST_STATE = './first-state.js'
const LATER = ['./controller.js', './run.js', './later.js', './keep-focus.js', './adopted-styles.js']

/** Globals that may be missing where a page is rendered on a server. */
const IN_BROWSERS = Object.fromEntries(
  ['window', 'document', 'navigator'].map((name) => [`globalThis.${name}`, name]),
)

/**
 * The modes build, one after the other into dist/:
 * - production: the npm modules, dependencies left to the host's bundler;
 * - script: one file for a `<script type="module">`, with Lit and English;
 * - first-state and chunks: what that file loads later. Nothing in them imports the file, so it may be served under any
 *   URL. The first state shares no chunk with the rest: a browser that keeps a failed import would lose both.
 */
export default defineConfig(({ mode }): UserConfig => {
  if (mode === 'script')
    return output(
      { 'identity-verification': 'src/define.ts' },
      { define: IN_BROWSERS, plugins: [templates(), forBrowsers(), lazyByUrl(), minify()] },
    )
  if (mode === 'first-state') return chunks([FIRST_STATE])
  if (mode === 'chunks') return chunks(LATER)
  return {
    build: {
      target: 'es2022',
      minify: false,
      lib: { entry: MODULES, formats: ['es'] },
      rolldownOptions: {
        external: [/^lit(\/|$)/, /^@stripe\/stripe-js(\/|$)/, 'react'],
        output: { chunkFileNames: 'modules/[name].js' },
      },
    },
  }
})

function chunks(files: string[]): UserConfig {
  const names = files.map((file) => file.slice(2, -3))
  return output(Object.fromEntries(names.map((name) => [`chunks/${name}`, `src/${name}.ts`])), {
    plugins: [minify()],
  })
}

function output(entry: Record<string, string>, config: UserConfig): UserConfig {
  return {
    ...config,
    build: {
      target: 'es2022',
      emptyOutDir: false,
      minify: false,
      license: { fileName: `${Object.keys(entry)[0]}.licenses.md` },
      lib: { entry, formats: ['es'] },
      rolldownOptions: {
        // A chunk that others need too is not split in two.
        preserveEntrySignatures: 'allow-extension',
        output: { chunkFileNames: 'chunks/[name].js' },
      },
    },
  }
}

/** In SVG a shape without its closing slash holds those after it; a space between a text and a slot is one that is seen. */
function templates(): Plugin {
  const minifyOptions = { keepClosingSlash: true, conservativeCollapse: true }
  return minifyTemplates({ options: { minifyOptions } }) as unknown as Plugin
}

/** Vite leaves the white space of ES libraries alone; here every byte travels. */
function minify(): Plugin {
  return {
    name: 'minify',
    apply: 'build',
    async generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        const { code } = await terser(chunk.code, {
          module: true,
          ecma: 2020,
          compress: { passes: 4, keep_fargs: false, unsafe_arrows: true, pure_getters: true },
          // What Lit calls private begins so; no page and no other copy of Lit knows these names.
          mangle: { properties: { regex: /^_\$(?!litType|litElement)/ } },
          format: { comments: false },
        })
        chunk.code = code!
      }
    },
  }
}

/** Browsers that run the single file adopt style sheets and have internals: what stands in for these is left out. */
function forBrowsers(): Plugin {
  return {
    name: 'for-browsers',
    enforce: 'pre',
    resolveId(source, importer) {
      const inLit = /[/\\]@lit[/\\]reactive-element[/\\]/.test(importer ?? '')
      if (inLit && source === './css-tag.js') return resolve('src/adopted-css.ts')
      return source === './internals.js' ? resolve('src/native-internals.ts') : null
    },
  }
}

function lazyByUrl(): Plugin {
  return {
    name: 'lazy-by-url',
    enforce: 'pre',
    resolveId(source) {
      return [FIRST_STATE, ...LATER].includes(source)
        ? { id: source.replace('./', './chunks/'), external: true }
        : null
    },
  }
}
