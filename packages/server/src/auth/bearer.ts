import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request } from 'express'

/** Says whether a text is the token, without telling by the time it takes how much of it is right. */
export function tokenCheck(token: string): (given: string) => boolean {
  const expected = digest(token)
  return (given) => timingSafeEqual(digest(given), expected)
}

/** The token of `Authorization: Bearer …`; undefined where there is none. */
export function bearerToken(req: Request): string | undefined {
  return /^Bearer +(\S+)$/i.exec(req.get('Authorization') ?? '')?.[1]
}

/** Digests have one length, so that comparing tells nothing of it. */
function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
