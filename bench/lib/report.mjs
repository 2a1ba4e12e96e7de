import { appendFileSync } from 'node:fs'
import { spread } from './figures.mjs'

/**
 * One line of the table: ours beside a peer or a limit, from one run. `ours` and `peer` have one value per round. If both
 * have the same number of values, the ratio is computed in each round, in which both met the same machine. `against`
 * names the peer, `aim` the intended ratio.
 *
 * @param {{ what: string, unit: string, ours: number | number[], against?: string, peer?: number | number[], aim?: string }} line
 */
export function line({ what, unit, ours, against, peer, aim }) {
  const [mine, theirs] = [ours, peer].map((values) => (values === undefined ? undefined : [values].flat()))
  return {
    what,
    unit,
    ours: spread(mine),
    rounds: mine.length,
    ...(against !== undefined && { against }),
    ...(theirs !== undefined && { peer: spread(theirs), ratio: ratioOf(mine, theirs) }),
    ...(aim !== undefined && { aim }),
  }
}

function ratioOf(mine, theirs) {
  if (mine.length === theirs.length) return spread(mine.map((value, round) => value / theirs[round]))
  const ratio = spread(mine).median / spread(theirs).median
  return { median: ratio, min: ratio, max: ratio }
}

/** Prints the lines as a table, and adds them to the file that `npm run bench` names in BENCH_LINES. */
export function report(title, lines) {
  console.log(`\n${title}`)
  console.table(
    lines.map(({ what, unit, ours, against, peer, ratio, aim }) => ({
      what,
      ours: `${told(ours)} ${unit}`,
      against: [against, peer && `${told(peer)} ${unit}`].filter(Boolean).join(': '),
      ratio: ratio === undefined ? '' : told(ratio),
      aim: aim ?? '',
    })),
  )
  if (process.env.BENCH_LINES)
    appendFileSync(process.env.BENCH_LINES, `${JSON.stringify({ title, lines })}\n`)
}

/** Formats a figure as 12.3 (11.9–14.0): median, smallest and largest; one number if all are equal. */
export function told({ median, min, max }) {
  const [middle, least, most] = [median, min, max].map(round)
  return least === most ? middle : `${middle} (${least}–${most})`
}

function round(value) {
  const short = Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3))
  return short.toLocaleString('en-US', { maximumFractionDigits: 10 })
}
