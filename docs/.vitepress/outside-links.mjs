/** READMEs that have a page of their own here. */
const PAGES = {
  '../packages/widget/README.md': 'element.md',
  '../packages/server/README.md': 'server.md',
  '../packages/sandbox/README.md': 'sandbox.md',
}

/**
 * Links out of docs/ lead somewhere in the repository only. On the site they become the page that says the same, or the
 * words alone.
 */
export function outsideLinks(md) {
  md.core.ruler.push('outside-links', ({ tokens }) => {
    for (const { children } of tokens) {
      let inside = false
      for (const token of children ?? []) {
        if (token.type === 'link_open') {
          const [path, ...anchor] = token.attrGet('href').split('#')
          if (PAGES[path]) token.attrSet('href', [PAGES[path], ...anchor].join('#'))
          inside = path.startsWith('../') && !PAGES[path]
          if (inside) token.attrs = [['title', `${path.slice(3)} in the repository`]]
        }
        if (inside && /^link_/.test(token.type)) Object.assign(token, { type: 'outside', tag: 'span' })
      }
    }
  })
}
