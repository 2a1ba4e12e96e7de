export type Env = Readonly<Record<string, string | undefined>>

/** Reads variables one by one and collects what is wrong with them, so that all of it can be told at once. */
export interface EnvReader {
  /** Undefined where it is unset or empty. */
  text(name: string): string | undefined
  /** Entries separated by commas; empty ones do not count. */
  list(name: string): string[]
  number(name: string): number | undefined
  readonly problems: string[]
}

export function readEnv(env: Env): EnvReader {
  const problems: string[] = []
  const text = (name: string) => env[name]?.trim() || undefined
  return {
    text,
    list: (name) =>
      (text(name) ?? '')
        .split(',')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== ''),
    number(name) {
      const value = text(name)
      if (value === undefined) return undefined
      if (/^\d{1,12}$/.test(value)) return Number(value)
      problems.push(`${name} is not a whole number`)
      return undefined
    },
    problems,
  }
}
