import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Ask, reasonOf } from './ask.js'
import { type Finding, found, NOTHING } from './finding.js'

/** Checks that the return URLs exist. */
export async function checkReturnUrls(ask: Ask, urls: readonly string[]): Promise<Finding[]> {
  const checked = urls.map(async (url) => {
    const answer = await ask(url).catch(reasonOf)
    if (typeof answer !== 'string' && answer.status !== 404 && answer.status < 500) return NOTHING
    const what = typeof answer === 'string' ? answer : `it answers ${answer.status}`
    return found(
      `Users would be redirected to ${url}, which does not work: ${what}.`,
      'RETURN_URLS: an existing page',
    )
  })
  return (await Promise.all(checked)).flat()
}

/** Checks that all installed packages have the same version, since they are released together. */
export function checkVersions(folder: string, own: string): Finding[] {
  const require = createRequire(join(folder, 'package.json'))
  return ['stripe-identity-server', 'stripe-identity-widget', 'stripe-identity-sandbox'].flatMap((name) => {
    const version = versionOf(require, name)
    if (version === null || version === own) return NOTHING
    return found(
      `${name} is ${version}, and this is ${own}: all packages must have the same version.`,
      `npm install ${name}@${own}`,
    )
  })
}

function versionOf(require: NodeJS.Require, name: string): string | null {
  try {
    return JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')).version
  } catch {
    return null
  }
}
