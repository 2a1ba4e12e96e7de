import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os'

const FILE = new URL('../results.json', import.meta.url)

/** The kept parts, by the name that `npm run bench -- <name>` uses. */
export function readResults() {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {}
}

/** Keeps parts, and replaces their earlier results. */
export function keepResults(parts) {
  const all = { ...readResults(), ...parts }
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => a.localeCompare(b)))
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`)
}

/** The machine of a measurement. Ratios hold on other machines, figures do not. */
export function machine() {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    threads: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${arch()}`,
    node: process.version,
  }
}
