import type { EnvReader } from '../env.js'
import type { Authenticate } from '../options.js'
import { jwtAuthentication } from './jwt.js'
import { visitors } from './visitor.js'

const COOKIE_SECRET_LENGTH = 16
/** HS256 wants a key of its own length. */
const JWT_SECRET_LENGTH = 32

/** How `AUTH` tells users apart; problems are collected, and the result is only used where there are none. */
export function authentication(reader: EnvReader): Authenticate {
  const { text, problems } = reader
  const kind = text('AUTH') ?? 'visitor'
  if (kind === 'jwt') return byJwt(reader)
  if (kind !== 'visitor') problems.push('AUTH is neither visitor nor jwt')
  return byVisitor(reader)
}

function byVisitor({ text, problems }: EnvReader): Authenticate {
  if (/^(sk|rk)_live_/.test(text('STRIPE_SECRET_KEY') ?? '')) {
    problems.push(
      'AUTH=visitor is refused with a live key: whoever holds a browser would be the user. Set AUTH=jwt',
    )
  }
  // Who names visitors means them; who names nothing and has a key for tokens does not.
  const forTokens = ['JWT_SECRET', 'JWKS_URL'].find((name) => text(name) !== undefined)
  if (text('AUTH') === undefined && forTokens !== undefined)
    problems.push(`${forTokens} is set and AUTH is not: set AUTH=jwt, or AUTH=visitor to ask for no token`)
  const cookieSecret = text('COOKIE_SECRET') ?? ''
  if (cookieSecret.length < COOKIE_SECRET_LENGTH) {
    problems.push(
      `COOKIE_SECRET is required with AUTH=visitor: at least ${COOKIE_SECRET_LENGTH} random characters that stay the same`,
    )
  }
  return visitors({ cookieSecret })
}

function byJwt({ text, problems }: EnvReader): Authenticate {
  const [secret, jwksUrl] = [text('JWT_SECRET'), text('JWKS_URL')]
  if (secret === undefined && jwksUrl === undefined) {
    problems.push('AUTH=jwt needs JWT_SECRET (HS256) or JWKS_URL')
    return () => null
  }
  if (secret !== undefined && jwksUrl !== undefined) {
    problems.push('JWT_SECRET and JWKS_URL are both set: tokens are signed with one kind of key')
  }
  if (secret !== undefined && secret.length < JWT_SECRET_LENGTH) {
    problems.push(`JWT_SECRET is shorter than ${JWT_SECRET_LENGTH} characters`)
  }
  if (jwksUrl !== undefined && !(URL.canParse(jwksUrl) && /^https?:$/.test(new URL(jwksUrl).protocol))) {
    problems.push('JWKS_URL is not a URL')
    return () => null
  }
  return jwtAuthentication({
    secret,
    jwksUrl,
    cookie: text('JWT_COOKIE'),
    issuer: text('JWT_ISSUER'),
    audience: text('JWT_AUDIENCE'),
  })
}
