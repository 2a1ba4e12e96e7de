import { NOTHING } from '../../stripe/expand.js'
import { created, listRoute, presentList, readPage, requireRow } from '../../stripe/paging.js'
import { text } from '../../stripe/params.js'
import { REFUSALS } from '../../stripe/refusals.js'
import { type Call, type Route, route } from '../../stripe/route.js'
import type { Account } from '../../world/account.js'
import { requireRecent } from '../table.js'
import type { FileLink, FileRecord } from './fields.js'
import { fakeImage } from './image.js'

const BASE = '/v1/files'

/** The routes for the images of reports. Images cannot be uploaded. */
export function fileRoutes(account: Account): Route[] {
  return [
    listRoute(BASE, { created, purpose: text() }, NOTHING, (call) => {
      const { purpose } = call.params
      const page = readPage(call.params, account.files, 'file upload', { where: { purpose } })
      return presentList(page, BASE, (file) => presentFile(account, file, call))
    }),

    route('GET', `${BASE}/:id`, {}, NOTHING, (call) =>
      presentFile(account, findFile(account, call.id, 404), call),
    ),

    route('GET', `${BASE}/:id/contents`, {}, null, ({ id, key }) => {
      const file = findFile(account, id, 404)
      if (key !== 'restricted') throw REFUSALS.sensitive()
      if (file.redacted) throw REFUSALS.noSuch('file upload', id, 'file')
      requireRecent(file, account.clock.seconds())
      return fakeImage(file.purpose)
    }),
  ]
}

export function findFile({ files }: Account, id: string, status: 400 | 404): FileRecord {
  return requireRow(files, id, 'file upload', 'file', status)
}

/** The file as the API shows it, with its latest links. */
export function presentFile(account: Account, file: FileRecord, call: Call) {
  const links = account.links.page({ where: { file: file.id }, limit: 10 })
  return {
    id: file.id,
    object: 'file',
    created: file.created,
    expires_at: null,
    filename: file.filename,
    links: presentList(links, `/v1/file_links?file=${file.id}`, (link) => presentLink(account, link, call)),
    purpose: file.purpose,
    size: file.redacted ? 0 : fakeImage(file.purpose).length,
    type: 'png',
    url: file.redacted ? null : `${call.origin}${BASE}/${file.id}/contents`,
  }
}

/** The link as the API shows it. Its address opens without a key, so only keys that may see the image receive it. */
export function presentLink(account: Account, link: FileLink, { key, origin }: Call) {
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

/** The image behind a link's token; undefined if the token is unknown, or the link has expired. */
export function openLink(account: Account, token: string): Buffer | undefined {
  const link = account.links.find({ token })
  const file = link && account.files.get(link.file)
  return link && file && !file.redacted && !isExpired(account, link) ? fakeImage(file.purpose) : undefined
}
