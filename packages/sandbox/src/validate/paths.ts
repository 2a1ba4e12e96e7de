export const SESSIONS = '/v1/identity/verification_sessions'
export const REPORTS = '/v1/identity/verification_reports'
export const ENDPOINTS = '/v1/webhook_endpoints'
export const DESTINATIONS = '/v2/core/event_destinations'
