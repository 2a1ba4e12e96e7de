import { nextPage } from './next.js'
import type { OpenPage } from './open-page.js'
import { staticPage } from './static-page.js'

interface Framework {
  name: string
  title: string
  /** A description of its code, for the page at `/`. */
  about: string
  open: OpenPage
}

/** The pages that are built on their first visit: a package in `demo/<name>`, served under `/<name>`. */
export const FRAMEWORKS: readonly Framework[] = [
  { name: 'react', title: 'React', about: 'The component, with typed props and handlers.', open: staticPage },
  { name: 'vue', title: 'Vue', about: 'The tag in a typed single-file component.', open: staticPage },
  { name: 'svelte', title: 'Svelte', about: 'The tag with an event attribute and a rune.', open: staticPage },
  {
    name: 'angular',
    title: 'Angular',
    about: 'The tag in a zoneless component with a signal.',
    open: staticPage,
  },
  { name: 'next', title: 'Next.js', about: 'The component, rendered on the server.', open: nextPage },
]

/** The page with the element alone, in every state. */
export const PLAYGROUND: Framework = {
  name: 'playground',
  title: 'Playground',
  about: 'Every state, language and colour at a click, and the HTML to copy.',
  open: staticPage,
}
