export { ERRORS, type ErrorBody, type ErrorCode, isErrorCode } from './errors.js'
export { DEFAULT_BASE_PATH, MAX_WAIT_SECONDS, ROUTES, SESSION_ID } from './routes.js'
export {
  type OpenSessionRequest,
  type SessionOpening,
  type SessionStatus,
  type SessionView,
} from './session-view.js'
