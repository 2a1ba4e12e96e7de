import type { Account } from '../state/account.js'
import type { FileRecord } from '../state/records.js'
import { noSuch } from '../wire/errors.js'
import { expandParam, readExpand, sensitiveRefused } from '../wire/expand.js'
import { text } from '../wire/params.js'
import { type Call, type Route, route } from '../wire/route.js'
import { presentLink } from './file-link.js'
import { fakeImage } from './image.js'
import { created, PAGE_FIELDS, presentList, readPlace } from './paging.js'
import { requireRecentImage } from './sensitive.js'

const BASE = '/v1/files'

/** The images of reports; none can be uploaded. */
export function fileRoutes(account: Account): Route[] {
  return [
    route('GET', BASE, { ...PAGE_FIELDS, created, purpose: text() }, (call) => {
      const { params } = call
      readExpand(params.expand, {}, call.key, 'list')
      const page = account.files.page({
        ...readPlace(params, account.files, 'file upload'),
        where: params.purpose === undefined ? {} : { purpose: params.purpose },
        ...(params.created && { created: params.created }),
      })
      return presentList(page, BASE, (file) => presentFile(account, file, call))
    }),

    route('GET', `${BASE}/:id`, { expand: expandParam }, (call) => {
      readExpand(call.params.expand, {}, call.key)
      return presentFile(account, findFile(account, call.id, 'file', 404), call)
    }),

    route('GET', `${BASE}/:id/contents`, {}, ({ id, key }) => {
      const file = findFile(account, id, 'file', 404)
      if (key !== 'restricted') throw sensitiveRefused()
      if (file.redacted) throw noSuch('file upload', id, 'file')
      requireRecentImage(account, file)
      return fakeImage(file.purpose)
    }),
  ]
}

export function findFile(account: Account, id: string, param: string, status: 400 | 404): FileRecord {
  const file = account.files.get(id)
  if (!file) throw noSuch('file upload', id, param, status)
  return file
}

export function presentFile(
  account: Account,
  file: FileRecord,
  call: Pick<Call, 'key' | 'origin'>,
): Record<string, unknown> {
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
