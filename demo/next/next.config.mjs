import { fileURLToPath } from 'node:url'

/** @type {import('next').NextConfig} */
export default {
  basePath: '/next',
  distDir: 'dist',
  poweredByHeader: false,
  // The root of the packages that pnpm links to. Next would otherwise guess it.
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
  // `npm run types` checks them, so the first visit does not wait for it.
  typescript: { ignoreBuildErrors: true },
}
