import { describe } from 'vitest'
import { shippedDemo } from './support/shipped-demo.js'

// `npm run test:release` runs all tests on every page.
describe('the demo with the published packages', () => {
  shippedDemo({ whole: ['react'], short: ['html', 'vue', 'svelte', 'angular', 'next'] })
})
