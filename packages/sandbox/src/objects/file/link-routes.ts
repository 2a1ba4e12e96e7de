import type { KeyKind } from '../../stripe/auth.js'
import { newId, randomText } from '../../stripe/ids.js'
import { created, listRoute, presentList, readPage, requireRow } from '../../stripe/paging.js'
import { boolean, integer, mergeMetadata, metadata, type Reader, text } from '../../stripe/params.js'
import { REFUSALS } from '../../stripe/refusals.js'
import { type Call, type Route, route } from '../../stripe/route.js'
import type { Account } from '../../world/account.js'
import { requireRecent } from '../table.js'
import type { FileLink, FileRecord } from './fields.js'
import { findFile, isExpired, presentFile, presentLink } from './routes.js'

const BASE = '/v1/file_links'
/** The longest lifetime of a link to an image of a person or document. */
const MAX_SECONDS = 30

const EXPANDABLE = { file: {} }
const second = integer()
/** Passes an empty value on. It would unset the expiry, which these files do not allow. */
const expiry: Reader<number | 'now' | ''> = (raw, name) =>
  raw === 'now' || raw === '' ? raw : second(raw, name)

export function fileLinkRoutes(account: Account): Route[] {
  const find = (id: string) => requireRow(account.links, id, 'file link', 'link')
  /** A new expiry follows the rules of a new link. An expired link stays expired. */
  const requireExtendable = (link: FileLink, key: KeyKind): void => {
    if (isExpired(account, link)) throw REFUSALS.linkExpired()
    requireOpenable(account.files.get(link.file)!, key)
  }
  const requireOpenable = (file: FileRecord, key: KeyKind): void => {
    if (key !== 'restricted') throw REFUSALS.sensitive()
    if (file.redacted) throw REFUSALS.fileRedacted()
    requireRecent(file, account.clock.seconds())
  }
  const expiresAt = (value: number | 'now' | '' | undefined): number => {
    const now = account.clock.seconds()
    if (value === 'now') return now
    if (value === undefined || value === '' || value > now + MAX_SECONDS)
      throw REFUSALS.linkTooLong(MAX_SECONDS)
    if (value <= now) throw REFUSALS.linkInPast()
    return value
  }
  const show = (link: FileLink, call: Call) => ({
    ...presentLink(account, link, call),
    ...(call.expand.file && { file: presentFile(account, account.files.get(link.file)!, call) }),
  })

  return [
    route('POST', BASE, { expires_at: expiry, file: text(), metadata }, EXPANDABLE, (call) => {
      const { params, key } = call
      if (params.file === undefined) throw REFUSALS.missing('file')
      const file = findFile(account, params.file, 400)
      requireOpenable(file, key)
      const link: FileLink = {
        id: newId('link'),
        created: account.clock.seconds(),
        file: file.id,
        token: randomText(40),
        expires_at: expiresAt(params.expires_at),
        metadata: mergeMetadata({}, params.metadata),
      }
      account.links.add(link)
      return show(link, call)
    }),

    listRoute(BASE, { created, expired: boolean, file: text() }, EXPANDABLE, (call) => {
      const { file, expired } = call.params
      const page = readPage(call.params, account.links, 'file link', {
        where: { file },
        test: (link) => expired === undefined || isExpired(account, link) === expired,
      })
      return presentList(page, BASE, (link) => show(link, call))
    }),

    route('GET', `${BASE}/:id`, {}, EXPANDABLE, (call) => show(find(call.id), call)),

    route('POST', `${BASE}/:id`, { expires_at: expiry, metadata }, EXPANDABLE, (call) => {
      const { params, id, key } = call
      const link = find(id)
      if (params.expires_at !== undefined) requireExtendable(link, key)
      const updated: FileLink = {
        ...link,
        expires_at: params.expires_at === undefined ? link.expires_at : expiresAt(params.expires_at),
        metadata: mergeMetadata(link.metadata, params.metadata),
      }
      account.links.replace(updated)
      return show(updated, call)
    }),
  ]
}
