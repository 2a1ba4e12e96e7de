/** The middle of the values; the benchmark's figure where single runs differ. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

/** The value that `share` percent of all do not exceed. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))]
}

/** Prints rows of {figure, value, unit, peer?, ratio?} as one table. */
export function printTable(title, rows) {
  console.log(`\n${title}`)
  console.table(
    rows.map(({ figure, value, unit, peer, ratio }) => ({
      figure,
      value: `${round(value)} ${unit}`,
      'measured against': peer ?? '',
      ratio: ratio === undefined ? '' : round(ratio),
    })),
  )
}

function round(value) {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3))
}
