export { ERRORS, type ErrorBody, type ErrorCode, isErrorCode } from './errors.js'
export { DEFAULT_BASE_PATH, MAX_WAIT_SECONDS, ROUTES, SESSION_ID } from './routes.js'
export type {
  OpenSessionRequest,
  SessionOpening,
  SessionStatus,
  SessionView,
} from './session-view.js'
