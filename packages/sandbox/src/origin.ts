import type { IncomingMessage } from 'node:http'

/** The origin for the addresses in an answer. */
export type OriginOf = (req: IncomingMessage) => string

/** The public one where there is one, else the one by which the client came, so that what it gets works from where it is. */
export function origins(publicUrl: string | undefined, own: () => string): OriginOf {
  return (req) => {
    if (publicUrl !== undefined) return publicUrl
    const { host } = req.headers
    return host && /^[a-z0-9.:[\]-]+$/i.test(host) && URL.canParse(`http://${host}`)
      ? `http://${host}`
      : own()
  }
}
