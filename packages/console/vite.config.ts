import { minify as terser } from 'terser'
import { defineConfig, type Plugin, type UserConfig } from 'vite'

// The same bytes are shipped whoever builds them.
process.env.NODE_ENV = 'production'

/**
 * Two modes build into dist/, one after the other:
 * - production: the npm modules, Lit left to the host's bundler;
 * - script: one file for a `<script type="module">`, with Lit, and the style sheet of the page around it.
 */
export default defineConfig(({ mode }): UserConfig => {
  if (mode === 'script') {
    return {
      plugins: [minify()],
      publicDir: 'public',
      build: {
        target: 'es2022',
        emptyOutDir: false,
        minify: false,
        license: { fileName: 'identity-console.licenses.md' },
        lib: { entry: { 'identity-console': 'src/define.ts' }, formats: ['es'] },
      },
    }
  }
  return {
    publicDir: false,
    build: {
      target: 'es2022',
      minify: false,
      lib: { entry: { index: 'src/index.ts', define: 'src/define.ts' }, formats: ['es'] },
      rolldownOptions: {
        external: [/^lit(\/|$)/],
        output: { chunkFileNames: 'modules/[name].js' },
      },
    },
  }
})

/** Vite leaves the white space of ES libraries alone. */
function minify(): Plugin {
  return {
    name: 'minify',
    apply: 'build',
    async generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        const { code } = await terser(chunk.code, { module: true, ecma: 2020, format: { comments: false } })
        chunk.code = code!
      }
    },
  }
}
