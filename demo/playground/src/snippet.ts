import { ATTRIBUTES, type Choices, THEME } from './choices'

const SCRIPT = '<script type="module" src="https://unpkg.com/stripe-identity-widget"></script>'

/** The HTML for the chosen element. Pure. */
export function snippet(choices: Choices): string {
  return [SCRIPT, ...style(choices), ...element(choices)].join('\n')
}

function element(choices: Choices): string[] {
  const attributes = ATTRIBUTES.flatMap((name) => {
    const value = choices[name]
    if (value === true) return [name]
    return value ? [`${name}="${escaped(value)}"`] : []
  })
  const tag = `<${['identity-verification', ...attributes].join(' ')}></identity-verification>`
  return choices.dir === '' ? [tag] : [`<div dir="${escaped(choices.dir)}">`, `  ${tag}`, '</div>']
}

function style(choices: Choices): string[] {
  const declarations = Object.entries(THEME).map(([property, key]) => [property, choices[key]])
  const lines = [...declarations, ['color-scheme', choices.scheme]]
    .filter(([, value]) => value !== '')
    .map(([property, value]) => `    ${property}: ${value};`)
  return lines.length === 0 ? [] : ['<style>', '  identity-verification {', ...lines, '  }', '</style>']
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
