import type { Account } from '../state/account.js'
import { presentReport, REPORT_EXPANDABLE } from '../state/present.js'
import { noSuch } from '../wire/errors.js'
import { expandParam, readExpand } from '../wire/expand.js'
import { oneOf, text } from '../wire/params.js'
import { type Route, route } from '../wire/route.js'
import { created, PAGE_FIELDS, presentList, readPlace } from './paging.js'
import { requireRecent } from './sensitive.js'

const BASE = '/v1/identity/verification_reports'

const LIST_FIELDS = {
  ...PAGE_FIELDS,
  client_reference_id: text(),
  created,
  type: oneOf('document', 'id_number'),
  verification_session: text(),
}

export function reportRoutes(account: Account): Route[] {
  return [
    route('GET', BASE, LIST_FIELDS, ({ params, key }) => {
      const expand = readExpand(params.expand, REPORT_EXPANDABLE, key, 'list')
      const { type, client_reference_id: reference, verification_session: session } = params
      const page = account.reports.page({
        ...readPlace(params, account.reports, 'VerificationReport'),
        where: {
          ...(type !== undefined && { type }),
          ...(reference !== undefined && { client_reference_id: reference }),
          ...(session !== undefined && { verification_session: session }),
        },
        ...(params.created && { created: params.created }),
      })
      return presentList(page, BASE, (report) => {
        requireRecent(account, report, undefined, expand)
        return presentReport(report, expand)
      })
    }),

    route('GET', `${BASE}/:id`, { expand: expandParam }, ({ params, id, key }) => {
      const expand = readExpand(params.expand, REPORT_EXPANDABLE, key)
      const report = account.reports.get(id)
      if (!report) throw noSuch('VerificationReport', id, 'report')
      requireRecent(account, report, undefined, expand)
      return presentReport(report, expand)
    }),
  ]
}
