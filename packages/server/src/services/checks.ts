import type { CheckView, ReportView } from 'stripe-identity-contract'

/** The parts of a report that are checks, named as at Stripe. */
const CHECKS = ['document', 'selfie', 'id_number', 'email', 'phone'] as const

/** Reduces Stripe's report to the result of each check, without names, numbers, dates and images. */
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
