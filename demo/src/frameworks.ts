import type { OpenPage } from './open-page.js'
import { staticPage } from './static-page.js'

interface Framework {
  name: string
  title: string
  open: OpenPage
}

/** The pages that are built when first visited: a package in `demo/<name>`, served under `/<name>`. */
export const FRAMEWORKS: readonly Framework[] = [
  { name: 'react', title: 'React', open: staticPage },
  { name: 'vue', title: 'Vue', open: staticPage },
  { name: 'svelte', title: 'Svelte', open: staticPage },
]
