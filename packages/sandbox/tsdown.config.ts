import { defineConfig } from 'tsdown'

const shared = {
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  fixedExtension: false,
  dts: true,
  // The same names in every build; chunks would carry a hash of the contents.
  hash: false,
} as const

export default defineConfig([
  { ...shared, entry: ['src/index.ts', 'src/cli.ts'] },
  // Apart from the rest: Cypress bundles its helper for a browser.
  {
    ...shared,
    entry: ['src/testing/playwright.ts', 'src/testing/cypress.ts'],
    outDir: 'dist/testing',
  },
])
