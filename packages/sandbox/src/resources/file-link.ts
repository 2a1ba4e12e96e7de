import type { Account } from '../state/account.js'
import type { FileLink } from '../state/records.js'
import type { Call } from '../wire/route.js'
import { fakeImage } from './image.js'

/** The link as the API shows it; the address, which opens without a key, only to a key that may see the image. */
export function presentLink(
  account: Account,
  link: FileLink,
  { key, origin }: Pick<Call, 'key' | 'origin'>,
): Record<string, unknown> {
  return {
    id: link.id,
    object: 'file_link',
    created: link.created,
    expired: isExpired(account, link),
    expires_at: link.expires_at,
    file: link.file,
    livemode: false,
    metadata: link.metadata,
    url: key === 'restricted' ? `${origin}/links/${link.token}` : null,
  }
}

export function isExpired(account: Account, link: FileLink): boolean {
  return link.expires_at <= account.clock.seconds()
}

/** The image behind a link's token; undefined where it does not open, or not any more. */
export function openLink(account: Account, token: string): Buffer | undefined {
  const link = account.links.page({ where: { token }, limit: 1 }).rows[0]
  const file = link && account.files.get(link.file)
  return link && file && !file.redacted && !isExpired(account, link) ? fakeImage(file.purpose) : undefined
}
