/** The texts beyond the first ones in English, loaded when an element needs them. */
export { WholeSpeech } from './whole-speech.js'
