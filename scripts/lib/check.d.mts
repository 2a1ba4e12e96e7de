export class Check {
  step(name: string, work: () => Promise<unknown>): Promise<boolean>
  steps(named: Record<string, () => Promise<string>>): Promise<void>
  tests(name: string, totals: string, work: () => Promise<unknown>): Promise<void>
  finish(): void
}
