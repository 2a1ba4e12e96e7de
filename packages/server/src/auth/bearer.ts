import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request } from 'express'

/** Returns a function that compares a text with the token in constant time. */
export function tokenCheck(token: string): (given: string) => boolean {
  const expected = digest(token)
  return (given) => timingSafeEqual(digest(given), expected)
}

/** The token of `Authorization: Bearer …`; undefined if there is none. */
export function bearerToken(req: Request): string | undefined {
  return /^Bearer +(\S+)$/i.exec(req.get('Authorization') ?? '')?.[1]
}

/** Digests all have the same length, so that a comparison does not reveal the token's. */
function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
