import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts', 'src/cli.ts'],
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  fixedExtension: false,
  dts: { eager: true },
  // The contract is private: it is built into both sides.
  deps: { alwaysBundle: ['stripe-identity-contract'] },
})
