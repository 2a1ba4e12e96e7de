import type { Plugin } from 'vite'

/** Takes the white space out of css`` and html`` templates, which a minifier of JavaScript may not touch. */
export function squeezeTemplates(): Plugin {
  return {
    name: 'squeeze-templates',
    enforce: 'pre',
    transform(code, id) {
      if (id.endsWith('/src/styles.ts'))
        return { code: code.replace(/css`([^`]*)`/, (_, text) => `css\`${squeeze(text)}\``), map: null }
      if (id.endsWith('/src/view.ts')) return { code: code.replace(/\n\s+/g, '\n'), map: null }
      return null
    },
  }
}

function squeeze(css: string): string {
  return css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .replace(/='([\w-]+)'/g, '=$1')
    .replace(/\b0\./g, '.')
    .trim()
}
