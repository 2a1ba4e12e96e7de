import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { minify as terser } from 'terser'
import { defineConfig, type Plugin, type UserConfig } from 'vite'
import { squeezeTemplates } from './scripts/squeeze-templates.js'

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

const LAZY = ['./run.js', './later.js']

/**
 * The modes build, one after the other into dist/:
 * - production: the npm modules, dependencies left to the host's bundler;
 * - script: one file for a `<script type="module">`, with Lit and English;
 * - chunks: what that file loads later. Nothing in them imports the file, so it may be served under any URL.
 */
export default defineConfig(({ mode }): UserConfig => {
  if (mode === 'script')
    return output(
      { 'identity-verification': 'src/define.ts' },
      { plugins: [squeezeTemplates(), adoptedCss(), plainLit(), lazyByUrl(), minify()] },
    )
  if (mode === 'chunks')
    return output({ 'chunks/run': 'src/run.ts', 'chunks/later': 'src/later.ts' }, { plugins: [minify()] })
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

function output(entry: Record<string, string>, config: UserConfig): UserConfig {
  return {
    ...config,
    build: {
      target: 'es2022',
      emptyOutDir: false,
      minify: false,
      license: { fileName: `${Object.keys(entry)[0]}.licenses.md` },
      lib: { entry, formats: ['es'] },
      rolldownOptions: { output: { chunkFileNames: 'chunks/[name].js' } },
    },
  }
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
          compress: { passes: 2, keep_fargs: false, unsafe_arrows: true, pure_getters: true },
          format: { comments: false },
        })
        chunk.code = code!
      }
    },
  }
}

function adoptedCss(): Plugin {
  return {
    name: 'adopted-css',
    enforce: 'pre',
    resolveId(source, importer) {
      const inLit = /[/\\]@lit[/\\]reactive-element[/\\]/.test(importer ?? '')
      return inLit && source === './css-tag.js' ? resolve('src/adopted-css.ts') : null
    },
  }
}

/**
 * Browsers that adopt style sheets need none of the polyfills that Lit looks for, nobody counts the versions of Lit in a
 * finished file, and nothing in it is decorated.
 */
function plainLit(): Plugin {
  return {
    name: 'plain-lit',
    transform(code, id) {
      if (!/[/\\](@lit|lit-\w+)[/\\]/.test(id)) return null
      const plain = code
        .replace(/\w\.\w+PolyfillSupport\b/g, 'void 0')
        .replace(
          /Symbol\.metadata\?\?=.*?new WeakMap;|const \w=this\[Symbol\.metadata\];if.*?\.set\(\w,\w\)\}/g,
          '',
        )
        .replace(/\(\w\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/g, '0')
      return { code: plain, map: null }
    },
  }
}

function lazyByUrl(): Plugin {
  return {
    name: 'lazy-by-url',
    enforce: 'pre',
    resolveId(source) {
      return LAZY.includes(source) ? { id: source.replace('./', './chunks/'), external: true } : null
    },
  }
}
