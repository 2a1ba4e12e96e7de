import { defineConfig } from 'vite'

const browser = 'src/pages/browser'

/** Stripe.js is a classic script of its own; the pages are modules that share Lit. */
export default defineConfig(({ mode }) =>
  mode === 'stripe-js'
    ? {
        build: {
          outDir: 'dist/browser',
          emptyOutDir: false,
          lib: {
            entry: `${browser}/stripe-js/index.ts`,
            formats: ['iife'],
            name: 'stripeIdentitySandbox',
            fileName: () => 'stripe.js',
          },
        },
      }
    : {
        publicDir: `${browser}/public`,
        build: {
          outDir: 'dist/browser',
          modulePreload: false,
          rolldownOptions: {
            input: {
              modal: `${browser}/modal.ts`,
              hosted: `${browser}/hosted.ts`,
              dashboard: `${browser}/dashboard.ts`,
            },
            output: {
              comments: { legal: true, annotation: false, jsdoc: false },
              entryFileNames: '[name].js',
              chunkFileNames: '[name].js',
              assetFileNames: '[name][extname]',
            },
          },
        },
      },
)
