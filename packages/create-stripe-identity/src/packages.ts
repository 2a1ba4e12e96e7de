import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const OURS = ['stripe-identity-widget', 'stripe-identity-server', 'stripe-identity-sandbox']

export interface Packages {
  /** What package.json says of each of our packages. */
  versions: Record<string, string>
  /** Files to take along into the project. */
  tarballs: string[]
}

/** Our packages have one version, and so has this one: what belongs together is installed together. */
export function published(version: string): Packages {
  return { versions: Object.fromEntries(OURS.map((name) => [name, `^${version}`])), tarballs: [] }
}

/** Our packages as packed into a folder; the project keeps them in `vendor/`, so that it can be moved. */
export async function packed(folder: string): Promise<Packages> {
  const files = await readdir(folder)
  const packages: Packages = { versions: {}, tarballs: [] }
  for (const name of OURS) {
    const file = files.find((each) => each.startsWith(`${name}-`) && each.endsWith('.tgz'))
    if (file === undefined) throw new Error(`${folder} has no tarball of ${name}.`)
    packages.versions[name] = `file:vendor/${file}`
    packages.tarballs.push(resolve(join(folder, file)))
  }
  return packages
}
