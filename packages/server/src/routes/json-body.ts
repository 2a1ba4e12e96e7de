import express, { type RequestHandler } from 'express'
import { IdentityError } from '../errors.js'

const MAX_BODY = '16kb'

/** Takes JSON only, up to 16 kB. An empty body counts as `{}`. A body that the host parsed already is taken as it is. */
export function jsonBody(): RequestHandler[] {
  const parse = express.json({ limit: MAX_BODY, type: () => true, strict: true, inflate: false })
  const onlyJson: RequestHandler = (req, _res, next) => {
    if (!/^application\/json\s*(;|$)/i.test(req.get('Content-Type') ?? '')) {
      throw new IdentityError('unsupported_media_type', 'Send JSON: Content-Type: application/json.')
    }
    next()
  }
  return [onlyJson, parse]
}
