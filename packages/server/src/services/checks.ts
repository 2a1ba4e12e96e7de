import type { CheckView, ReportView } from 'stripe-identity-contract'

/** The parts of a report that are checks, in Stripe's names. */
const CHECKS = ['document', 'selfie', 'id_number', 'email', 'phone'] as const

/** What a report of Stripe's says of each check; names, numbers, dates and images stay behind. */
export function reportView(report: unknown): ReportView {
  const { id, created, type } = Object(report)
  return {
    id: String(id),
    created: Number(created),
    type: String(type),
    checks: CHECKS.flatMap((name): CheckView[] => {
      const check = Reflect.get(Object(report), name)
      if (typeof check !== 'object' || check === null) return []
      const { status, error } = check as {
        status?: unknown
        error?: { code?: unknown; reason?: unknown } | null
      }
      return [
        {
          name,
          status: String(status),
          error_code: typeof error?.code === 'string' ? error.code : null,
          reason: typeof error?.reason === 'string' ? error.reason : null,
        },
      ]
    }),
  }
}
