/** What an element needs to speak once there is more to say than its first texts in English. It loads then. */
export { WholeSpeech } from './whole-speech.js'
