import { defineConfig } from 'vite'

export default defineConfig({
  base: '/playground/',
  build: {
    // These browsers support light-dark(). Vite's fallback for older ones does not follow a scheme that is set later.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
})
