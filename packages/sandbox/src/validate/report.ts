import { shown } from './compare.js'
import { FACTS, OUT_OF_REACH } from './facts.js'
import type { Findings } from './run.js'

/** Formats the findings: the differences step by step, then the verdict on each fact that Stripe does not document. */
export function report({ differences, compared, skipped, left, kept }: Findings): string {
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
  lines.push('', 'Facts that no run of this command can settle:')
  for (const { fact, why } of OUT_OF_REACH) lines.push(`  ${fact}. ${why}`)
  if (skipped.length > 0) {
    lines.push('', 'Skipped:', ...skipped.map(({ what, why }) => `  ${what}: ${why}`))
  }
  if (kept.length > 0) {
    lines.push(
      '',
      'Left for a later run, which redacts it (at least 48 hours from now):',
      ...kept.map((id) => `  ${id}`),
    )
  }
  if (left.length > 0)
    lines.push('', 'Left behind, to be redacted or deleted by hand:', ...left.map((id) => `  ${id}`))
  lines.push('', `${compared.length} answers compared, ${differences.length} differences`)
  return lines.join('\n')
}
