import type { KeyKind } from '../../stripe/auth.js'
import { type Expand, expandParam, readExpand } from '../../stripe/expand.js'
import { newId, randomText } from '../../stripe/ids.js'
import { created, PAGE_FIELDS, presentList, readPlace } from '../../stripe/paging.js'
import { boolean, integer, mergeMetadata, metadata, type Reader, text } from '../../stripe/params.js'
import { REFUSALS } from '../../stripe/refusals.js'
import { type Call, type Route, route } from '../../stripe/route.js'
import type { Account } from '../../world/account.js'
import type { FileRecord } from '../file/fields.js'
import { findFile, isExpired, presentFile, viewLink } from '../file/routes.js'
import { expandable, present, requireRecent } from '../table.js'
import { FILE_LINK, type FileLink } from './fields.js'

const BASE = '/v1/file_links'
/** Links to images of people and their documents live for so many seconds at most. */
const MAX_SECONDS = 30

const EXPANDABLE = expandable(FILE_LINK)
const second = integer()
/** An empty value would unset it, which these files do not allow. */
const expiry: Reader<number | 'now' | ''> = (raw, name) =>
  raw === 'now' || raw === '' ? raw : second(raw, name)

export function fileLinkRoutes(account: Account): Route[] {
  const find = (id: string): FileLink => {
    const link = account.links.get(id)
    if (!link) throw REFUSALS.noSuch('file link', id, 'link')
    return link
  }
  /** Another expiry is given under the terms of a new link; what has expired stays so. */
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
  const show = (link: FileLink, expand: Expand, call: Call) => {
    const file = () => presentFile(account, account.files.get(link.file)!, call)
    return present(FILE_LINK, { ...viewLink(account, link, call), file }, expand)
  }

  return [
    route('POST', BASE, { expand: expandParam, expires_at: expiry, file: text(), metadata }, (call) => {
      const { params, key } = call
      const expand = readExpand(params.expand, EXPANDABLE, key)
      if (params.file === undefined) throw REFUSALS.missing('file')
      const file = findFile(account, params.file, 'file', 400)
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
      return show(link, expand, call)
    }),

    route('GET', BASE, { ...PAGE_FIELDS, created, expired: boolean, file: text() }, (call) => {
      const { params, key } = call
      const expand = readExpand(params.expand, EXPANDABLE, key, 'list')
      const { expired } = params
      const page = account.links.page({
        ...readPlace(params, account.links, 'file link'),
        where: params.file === undefined ? {} : { file: params.file },
        ...(params.created && { created: params.created }),
        ...(expired !== undefined && { test: (link) => isExpired(account, link) === expired }),
      })
      return presentList(page, BASE, (link) => show(link, expand, call))
    }),

    route('GET', `${BASE}/:id`, { expand: expandParam }, (call) => {
      const expand = readExpand(call.params.expand, EXPANDABLE, call.key)
      return show(find(call.id), expand, call)
    }),

    route('POST', `${BASE}/:id`, { expand: expandParam, expires_at: expiry, metadata }, (call) => {
      const { params, id, key } = call
      const expand = readExpand(params.expand, EXPANDABLE, key)
      const link = find(id)
      if (params.expires_at !== undefined) requireExtendable(link, key)
      const updated: FileLink = {
        ...link,
        expires_at: params.expires_at === undefined ? link.expires_at : expiresAt(params.expires_at),
        metadata: mergeMetadata(link.metadata, params.metadata),
      }
      account.links.replace(updated)
      return show(updated, expand, call)
    }),
  ]
}
