import { defineConfig } from 'vite'

export default defineConfig({
  base: '/playground/',
  build: {
    // These know light-dark() themselves; what Vite makes of it for older ones does not follow a scheme that is set later.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
})
