/** Something that is wrong, and the line to change. */
export interface Finding {
  problem: string
  fix: string
}

export const found = (problem: string, fix: string): Finding[] => [{ problem, fix }]
export const NOTHING: Finding[] = []
