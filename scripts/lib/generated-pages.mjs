import { writeFileSync } from 'node:fs'
import { generatedPages } from '../../docs/generate.mjs'
import { run } from './run.mjs'

/** Brings the documentation's generated parts up to date. */
export async function writeGeneratedPages() {
  const pages = await generatedPages()
  for (const [path, page] of Object.entries(pages)) writeFileSync(path, page)
  await run('npx', ['biome', 'format', '--write', ...Object.keys(pages)])
}
