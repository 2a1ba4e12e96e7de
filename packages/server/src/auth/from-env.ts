import type { EnvReader } from '../env.js'
import type { Authenticate } from '../options.js'
import { type JwtOptions, jwtAuthentication, jwtProblems } from './jwt.js'
import { visitors } from './visitor.js'

const COOKIE_SECRET_LENGTH = 16

/** Creates `authenticate` from `AUTH`. Collects problems; the result is used only if there are none. */
export function authentication(reader: EnvReader): Authenticate {
  const { text, problems } = reader
  const kind = text('AUTH') ?? 'visitor'
  if (kind === 'jwt') return byJwt(reader)
  if (kind !== 'visitor') problems.push('AUTH is neither visitor nor jwt')
  return byVisitor(reader)
}

function byVisitor({ text, problems }: EnvReader): Authenticate {
  if (/^(sk|rk)_live_/.test(text('STRIPE_SECRET_KEY') ?? '')) {
    problems.push('AUTH=visitor is refused with a live key: it identifies browsers, not people. Set AUTH=jwt')
  }
  // An explicit AUTH=visitor is intended; an unset AUTH together with a key for tokens is a mistake.
  const forTokens = ['JWT_SECRET', 'JWKS_URL'].find((name) => text(name) !== undefined)
  if (text('AUTH') === undefined && forTokens !== undefined)
    problems.push(`${forTokens} is set and AUTH is not: set AUTH=jwt, or AUTH=visitor to use no tokens`)
  const cookieSecret = text('COOKIE_SECRET') ?? ''
  if (cookieSecret.length < COOKIE_SECRET_LENGTH) {
    problems.push(
      `COOKIE_SECRET is required with AUTH=visitor: at least ${COOKIE_SECRET_LENGTH} random characters that stay the same`,
    )
  }
  return visitors({ cookieSecret })
}

const VARIABLES: Record<keyof JwtOptions, string> = {
  secret: 'JWT_SECRET',
  jwksUrl: 'JWKS_URL',
  cookie: 'JWT_COOKIE',
  issuer: 'JWT_ISSUER',
  audience: 'JWT_AUDIENCE',
}

function byJwt({ text, problems }: EnvReader): Authenticate {
  const options: JwtOptions = Object.fromEntries(
    Object.entries(VARIABLES).map(([option, name]) => [option, text(name)]),
  )
  const { secret, jwksUrl } = options
  if (secret === undefined && jwksUrl === undefined) {
    problems.push('AUTH=jwt needs JWT_SECRET (HS256) or JWKS_URL')
    return () => null
  }
  const found = jwtProblems(options)
  problems.push(...found.map(({ option, message }) => `${VARIABLES[option]} ${message}`))
  return found.length === 0 ? jwtAuthentication(options) : () => null
}
