import { describe } from 'vitest'
import { shippedDemo } from '../../demo/test/support/shipped-demo.js'

describe('every page of the demo with the published packages', () => {
  shippedDemo({ whole: ['html', 'react', 'vue', 'svelte', 'angular', 'next'] })
})
