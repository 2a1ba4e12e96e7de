import { dress } from './later-styles.js'
import type { Language } from './messages.js'
import type { Speaker, Speech } from './speech.js'
import { WholeSpeech } from './whole-speech.js'

/** Gives an element everything beyond its first texts and styles. Continues with its `language`, if it has one. */
export function createWholeSpeech(host: Speaker, english: Language, language: Language | null): Speech {
  dress(host)
  return new WholeSpeech(host, english, language)
}
