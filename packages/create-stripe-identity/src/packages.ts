import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const OURS = ['stripe-identity-widget', 'stripe-identity-server', 'stripe-identity-sandbox']

export interface Packages {
  /** The version specifier of each of our packages for package.json. */
  versions: Record<string, string>
  /** Files to copy into the project. */
  tarballs: string[]
}

/** The published packages, in the version of this package: all packages are released together. */
export function published(version: string): Packages {
  return { versions: Object.fromEntries(OURS.map((name) => [name, `^${version}`])), tarballs: [] }
}

/** The packages from tarballs in a folder. The project keeps copies in `vendor/`, so that it can be moved. */
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
