import { node } from './run.mjs'

/** Runs VitePress on docs/: `build`, `dev` or `preview`. */
export function vitepress(args) {
  return node(['node_modules/vitepress/bin/vitepress.js', ...args], { cwd: 'docs' })
}
