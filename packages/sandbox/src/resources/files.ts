import type { Account } from '../state/account.js'
import type { FileLink, FileRecord } from '../state/records.js'
import { invalidParam, noSuch, StripeError } from '../wire/errors.js'
import { type Expand, type Expandable, expandParam, readExpand, sensitiveRefused } from '../wire/expand.js'
import { newId, randomText } from '../wire/ids.js'
import { mergeMetadata, metadata } from '../wire/metadata.js'
import { created, PAGE_FIELDS, presentList, readPlace } from '../wire/paging.js'
import { boolean, clearable, integer, missing, type Reader, text } from '../wire/params.js'
import { type Route, route } from '../wire/route.js'
import { fakeImage } from './image.js'

const FILES = '/v1/files'
const LINKS = '/v1/file_links'
/** Links to images of people and their documents live for so many seconds at most. */
const MAX_LINK_SECONDS = 30

const LINK_EXPANDABLE: Expandable = { file: {} }
const FUTURE = integer({ min: 0 })
const expiry: Reader<number | 'now' | ''> = clearable((raw, name) =>
  raw === 'now' ? raw : FUTURE(raw, name),
)

export function fileRoutes(account: Account): Route[] {
  const findFile = (id: string, param: string, status: 400 | 404 = 404): FileRecord => {
    const file = account.files.get(id)
    if (!file) throw noSuch('file upload', id, param, status)
    return file
  }
  const findLink = (id: string): FileLink => {
    const link = account.links.get(id)
    if (!link) throw noSuch('file link', id, 'link')
    return link
  }
  const expiresAt = (value: number | 'now' | '' | undefined): number => {
    const now = account.clock.seconds()
    if (value === 'now') return now
    if (value === undefined || value === '' || value > now + MAX_LINK_SECONDS) {
      throw invalidParam(
        'expires_at',
        `Links to files with this purpose must expire within ${MAX_LINK_SECONDS} seconds: set expires_at.`,
      )
    }
    if (value <= now) throw invalidParam('expires_at', 'The expires_at must be in the future.')
    return value
  }
  const showFile = (file: FileRecord, origin: string) =>
    presentFile(file, account.links.page({ where: { file: file.id }, limit: 10 }), account, origin)
  const showLink = (link: FileLink, expand: Expand, origin: string) => ({
    ...presentLink(link, account, origin),
    ...(expand.file && { file: showFile(account.files.get(link.file)!, origin) }),
  })

  return [
    route('GET', FILES, { ...PAGE_FIELDS, created, purpose: text() }, ({ params, key, origin }) => {
      readExpand(params.expand, {}, key, 'list')
      const page = account.files.page({
        ...readPlace(params, account.files, 'file upload'),
        where: params.purpose === undefined ? {} : { purpose: params.purpose },
        ...(params.created && { created: params.created }),
      })
      return presentList(page, FILES, (file) => showFile(file, origin))
    }),

    route('GET', `${FILES}/:id`, { expand: expandParam }, ({ params, id, key, origin }) => {
      readExpand(params.expand, {}, key)
      return showFile(findFile(id, 'file'), origin)
    }),

    route('GET', `${FILES}/:id/contents`, {}, ({ id, key }) => {
      const file = findFile(id, 'file')
      if (key !== 'restricted') throw sensitiveRefused()
      if (file.redacted) throw noSuch('file upload', id, 'file')
      return fakeImage(file.purpose)
    }),

    route('POST', LINKS, { expand: expandParam, expires_at: expiry, file: text(), metadata }, (call) => {
      const { params, key, origin } = call
      const expand = readExpand(params.expand, LINK_EXPANDABLE, key)
      if (params.file === undefined) throw missing('file')
      const file = findFile(params.file, 'file', 400)
      if (key !== 'restricted') throw sensitiveRefused()
      if (file.redacted) throw new StripeError(400, 'This file has been redacted; its contents are gone.')
      const link: FileLink = {
        id: newId('link'),
        created: account.clock.seconds(),
        file: file.id,
        token: randomText(40),
        expires_at: expiresAt(params.expires_at),
        metadata: mergeMetadata({}, params.metadata),
      }
      account.links.add(link)
      return showLink(link, expand, origin)
    }),

    route('GET', LINKS, { ...PAGE_FIELDS, created, expired: boolean, file: text() }, (call) => {
      const { params, key, origin } = call
      const expand = readExpand(params.expand, LINK_EXPANDABLE, key, 'list')
      const { expired } = params
      const page = account.links.page({
        ...readPlace(params, account.links, 'file link'),
        where: params.file === undefined ? {} : { file: params.file },
        ...(params.created && { created: params.created }),
        ...(expired !== undefined && { test: (link) => isExpired(link, account) === expired }),
      })
      return presentList(page, LINKS, (link) => showLink(link, expand, origin))
    }),

    route('GET', `${LINKS}/:id`, { expand: expandParam }, ({ params, id, key, origin }) => {
      const expand = readExpand(params.expand, LINK_EXPANDABLE, key)
      return showLink(findLink(id), expand, origin)
    }),

    route('POST', `${LINKS}/:id`, { expand: expandParam, expires_at: expiry, metadata }, (call) => {
      const { params, id, key, origin } = call
      const expand = readExpand(params.expand, LINK_EXPANDABLE, key)
      const link = findLink(id)
      const updated: FileLink = {
        ...link,
        expires_at: params.expires_at === undefined ? link.expires_at : expiresAt(params.expires_at),
        metadata: mergeMetadata(link.metadata, params.metadata),
      }
      account.links.replace(updated)
      return showLink(updated, expand, origin)
    }),
  ]
}

/** The image behind a link's token; undefined where it does not open, or not any more. */
export function openLink(account: Account, token: string): Buffer | undefined {
  const link = account.links.page({ where: { token }, limit: 1 }).rows[0]
  const file = link && account.files.get(link.file)
  return link && file && !file.redacted && !isExpired(link, account) ? fakeImage(file.purpose) : undefined
}

function isExpired(link: FileLink, account: Account): boolean {
  return link.expires_at <= account.clock.seconds()
}

function presentLink(link: FileLink, account: Account, origin: string): Record<string, unknown> {
  return {
    id: link.id,
    object: 'file_link',
    created: link.created,
    expired: isExpired(link, account),
    expires_at: link.expires_at,
    file: link.file,
    livemode: false,
    metadata: link.metadata,
    url: `${origin}/links/${link.token}`,
  }
}

function presentFile(
  file: FileRecord,
  links: Parameters<typeof presentList<FileLink>>[0],
  account: Account,
  origin: string,
): Record<string, unknown> {
  return {
    id: file.id,
    object: 'file',
    created: file.created,
    expires_at: null,
    filename: file.filename,
    links: presentList(links, `${LINKS}?file=${file.id}`, (link) => presentLink(link, account, origin)),
    purpose: file.purpose,
    size: file.redacted ? 0 : fakeImage(file.purpose).length,
    type: 'png',
    url: file.redacted ? null : `${origin}/v1/files/${file.id}/contents`,
  }
}
