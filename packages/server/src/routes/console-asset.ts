import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { IdentityError } from '../errors.js'

export interface Asset {
  body: Buffer
  gzipped: Buffer
  /** Changes with the content, so that browsers may cache URLs that contain it. */
  version: string
}

/**
 * Loads a file of the console, which the build copies into this package, on first use. The lookup by package name
 * works from the source and from the built package.
 */
export function consoleAsset(name: string): () => Asset {
  let asset: Asset | undefined
  return () => {
    asset ??= read(name)
    return asset
  }
}

function read(name: string): Asset {
  try {
    const home = dirname(createRequire(import.meta.url).resolve('stripe-identity-server/package.json'))
    const body = readFileSync(join(home, 'dist', 'console', name))
    const version = createHash('sha256').update(body).digest('base64url').slice(0, 12)
    return { body, gzipped: gzipSync(body, { level: 9 }), version }
  } catch (cause) {
    // Bundlers leave out files that are not modules.
    throw new IdentityError('not_found', 'The console is not part of this build of the server.', { cause })
  }
}
