import type { Expand } from '../../stripe/expand.js'
import { created, listRoute, presentList, readPage, requireRow } from '../../stripe/paging.js'
import { oneOf, text } from '../../stripe/params.js'
import { type Route, route } from '../../stripe/route.js'
import type { Account } from '../../world/account.js'
import { asksForSensitive, requireRecent } from '../table.js'
import { presentReport, REPORT, REPORT_EXPANDABLE, type Report } from './fields.js'

const BASE = '/v1/identity/verification_reports'

const LIST_FIELDS = {
  client_reference_id: text(),
  created,
  type: oneOf('document', 'id_number'),
  verification_session: text(),
}

export function reportRoutes(account: Account): Route[] {
  const present = (report: Report, expand: Expand) => {
    if (asksForSensitive(REPORT, expand)) requireRecent(report, account.clock.seconds())
    return presentReport(report, expand)
  }

  return [
    listRoute(BASE, LIST_FIELDS, REPORT_EXPANDABLE, ({ params, expand }) => {
      const { type, client_reference_id, verification_session } = params
      const page = readPage(params, account.reports, 'VerificationReport', {
        where: { type, client_reference_id, verification_session },
      })
      return presentList(page, BASE, (report) => present(report, expand))
    }),

    route('GET', `${BASE}/:id`, {}, REPORT_EXPANDABLE, ({ id, expand }) =>
      present(requireRow(account.reports, id, 'VerificationReport', 'report'), expand),
    ),
  ]
}
