import { run } from './run.mjs'

/** Runs VitePress on docs/: `build`, `dev` or `preview`. `start` is `run`, or `capture` to return its output. */
export function vitepress(args, start = run) {
  return start(process.execPath, ['node_modules/vitepress/bin/vitepress.js', ...args], { cwd: 'docs' })
}
