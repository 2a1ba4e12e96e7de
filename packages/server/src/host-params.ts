import type { Request } from 'express'
import { IdentityError } from './errors.js'
import { fromHost } from './host-call.js'
import type { IdentityOptions } from './options.js'
import { type CreateParams, MARK } from './stripe.js'

/** The host's create parameters for this user, without those that the host must never set. */
export async function paramsOf(options: IdentityOptions, user: string, req: Request): Promise<CreateParams> {
  const { session = () => ({ type: 'document' }) } = options
  const given = await fromHost('session', () => session(user, req))
  // A default would be wrong here: it may request less than the host intends.
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new IdentityError('server_error', 'session returned no parameters. Is a return missing?')
  }
  const {
    expand: _,
    return_url: __,
    client_reference_id: ___,
    metadata,
    ...params
  } = given as Record<string, unknown>
  const { [MARK]: ____, ...rest } = Object(metadata) as Record<string, string>
  return Object.keys(rest).length === 0 ? params : { ...params, metadata: rest }
}
