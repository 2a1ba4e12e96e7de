import { fileURLToPath } from 'node:url'

/** @type {import('next').NextConfig} */
export default {
  basePath: '/next',
  distDir: 'dist',
  poweredByHeader: false,
  // Where the packages are that pnpm links to; without it Next guesses.
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
  // `npm run types` checks them; a first visit need not wait for it.
  typescript: { ignoreBuildErrors: true },
}
