const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** The time since a moment, such as `3 min. ago`. `seconds` in unix seconds, `now` in unix milliseconds. */
export function ago(seconds: number, now: number): string {
  const passed = Math.round(now / 1000 - seconds)
  const [unit, size] = UNITS.find(([, each]) => Math.abs(passed) >= each) ?? ['second', 1]
  if (unit === 'second' && Math.abs(passed) < 10) return 'just now'
  const format = new Intl.RelativeTimeFormat('en', { numeric: 'always', style: 'short' })
  return format.format(-Math.trunc(passed / size), unit).replace('.', '')
}

/** A moment in the operator's locale, with seconds. */
export function moment(seconds: number): string {
  return new Date(seconds * 1000).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'medium' })
}

/** A duration, such as `1 min 20 s`. */
export function span(seconds: number): string {
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
  return `${Math.floor(seconds / 3_600)} h ${Math.floor((seconds % 3_600) / 60)} min`
}
