export type Env = Readonly<Record<string, string | undefined>>

/** Reads variables one by one and collects their problems, so that all of them are reported at once. */
export interface EnvReader {
  /** Undefined if the variable is unset or empty. */
  text(name: string): string | undefined
  /** Splits the value at commas and drops empty entries. */
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
