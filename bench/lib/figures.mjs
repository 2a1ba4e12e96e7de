/** The median, which is the figure of a benchmark whose runs differ. */
export function median(values) {
  return percentile(values, 50)
}

/** The value that `share` percent of all do not exceed. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))]
}

/** The median, the smallest and the largest of the values. */
export function spread(values) {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) }
}
