interface Axe {
  run(node: Element, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
}

let axe: Axe | undefined

/** The source of axe, a classic script that defines a global. */
async function loadAxe(): Promise<Axe> {
  await import('axe-core/axe.js' as string)
  return (globalThis as unknown as { axe: Axe }).axe
}

/** The violations that axe finds in an element: `rule: html`. */
export async function axeViolations(element: Element): Promise<string[]> {
  axe ??= await loadAxe()
  const { violations } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false } },
  })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)
}
