export { ERRORS, type ErrorBody, type ErrorCode, isErrorCode } from './errors.js'
export {
  ATTENTION,
  type Attention,
  BATCH_ACTS,
  type BatchAct,
  type BatchRow,
  type BatchView,
  type CheckView,
  type DeliveryView,
  type FoundSession,
  type FunnelView,
  type OperatorView,
  type PersonView,
  type ReportView,
  type SearchPage,
  STAGES,
  type Stage,
  type TimelineEntry,
} from './operator-views.js'
export { DEFAULT_BASE_PATH, MAX_WAIT_SECONDS, OPERATOR_ROUTES, ROUTES, SESSION_ID } from './routes.js'
export type {
  OpenSessionRequest,
  SessionOpening,
  SessionStatus,
  SessionView,
} from './session-view.js'
