/** A time of the sandbox's clock for people. The date is included only if it is not the clock's current day. */
export function readableTime(seconds: number, now: number): string {
  const time = new Date(seconds * 1000)
  const sameDay = time.toDateString() === new Date(now).toDateString()
  return time.toLocaleString('en-GB', {
    timeStyle: 'medium',
    ...(!sameDay && { dateStyle: 'medium' }),
  })
}

/** A duration such as `2 d 3 h`. */
export function readableDuration(ms: number): string {
  const units: [string, number][] = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1000],
  ]
  const parts: string[] = []
  let rest = ms
  for (const [name, size] of units) {
    const count = Math.floor(rest / size)
    if (count > 0) parts.push(`${count} ${name}`)
    rest -= count * size
  }
  return parts.slice(0, 2).join(' ') || '0 s'
}
