/** What the element needs to speak once there is more to say than its first texts in English. It loads then. */
export { explain } from './explain.js'
export { loadFirst, loadRest } from './languages.js'
export { LATER_ICONS } from './later-icons.js'
export { OwnTexts } from './own-texts.js'
export { tell } from './tell.js'
