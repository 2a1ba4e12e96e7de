import { shown } from './compare.js'
import { FACTS, NOT_HERE } from './facts.js'
import type { Findings } from './run.js'

/** What was found, to be read: differences step by step, then what they say of each fact that Stripe does not document. */
export function report({ differences, compared, skipped, left }: Findings): string {
  const lines: string[] = []
  let last = ''
  for (const { step, field, theirs, ours } of differences) {
    if (step !== last) lines.push('', step)
    last = step
    lines.push(`  ${field}`, `    there: ${shown(theirs)}`, `    here:  ${shown(ours)}`)
  }
  lines.push('', 'Facts that Stripe does not document:')
  const unlike = new Set(differences.map(({ step }) => step))
  for (const { fact, by } of FACTS) {
    const steps = compared.filter((step) => by.test(step))
    const wrong = [...unlike].filter((step) => by.test(step))
    const verdict = wrong.length > 0 ? 'different' : steps.length > 0 ? 'confirmed' : 'not seen '
    lines.push(`  ${verdict}  ${fact}`)
  }
  lines.push('', 'Not to be seen by these calls:', ...NOT_HERE.map((line) => `  ${line}`))
  if (skipped.length > 0) {
    lines.push('', 'Skipped:', ...skipped.map(({ what, why }) => `  ${what}: ${why}`))
  }
  if (left.length > 0)
    lines.push('', 'Left behind, to be redacted or deleted by hand:', ...left.map((id) => `  ${id}`))
  lines.push('', `${compared.length} answers compared, ${differences.length} differences`)
  return lines.join('\n')
}
