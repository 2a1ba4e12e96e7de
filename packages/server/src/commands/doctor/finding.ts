/** A problem, and the setting to change. */
export interface Finding {
  problem: string
  fix: string
}

export const found = (problem: string, fix: string): Finding[] => [{ problem, fix }]
export const NOTHING: Finding[] = []
