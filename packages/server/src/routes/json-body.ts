import express, { type RequestHandler } from 'express'
import { IdentityError } from '../errors.js'

const MAX_BODY = '16kb'

const JSON_TYPE = /^application\/json\s*(;|$)/i
/** JSON is UTF-8. The parser would also accept charsets that security filters miss, such as UTF-7. */
const OTHER_CHARSET = /charset\s*=(?!\s*"?utf-?8\b)/i

/**
 * Accepts JSON only, up to 16 kB. An empty body counts as `{}`. A body already parsed by the host is used as it is.
 */
export function jsonBody(): RequestHandler[] {
  const parse = express.json({ limit: MAX_BODY, type: () => true, strict: true, inflate: false })
  const onlyJson: RequestHandler = (req, _res, next) => {
    const type = req.get('Content-Type') ?? ''
    if (!JSON_TYPE.test(type) || OTHER_CHARSET.test(type)) {
      throw new IdentityError('unsupported_media_type', 'Send JSON: Content-Type: application/json.')
    }
    next()
  }
  return [onlyJson, parse]
}
