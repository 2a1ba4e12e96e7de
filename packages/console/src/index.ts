export { IdentityConsole } from './identity-console.js'
