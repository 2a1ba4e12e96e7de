import { candidates } from './language-tags.js'
import type { FirstTexts, Language, RestTexts } from './messages.js'

interface Loader {
  first: () => Promise<{ messages: FirstTexts }>
  rest: () => Promise<{ messages: RestTexts }>
}

/** Each half of a language is a chunk of its own. */
const LANGUAGES: Record<string, Loader> = {
  ar: { first: () => import('./locales/ar.js'), rest: () => import('./locales/ar.rest.js') },
  bg: { first: () => import('./locales/bg.js'), rest: () => import('./locales/bg.rest.js') },
  cs: { first: () => import('./locales/cs.js'), rest: () => import('./locales/cs.rest.js') },
  da: { first: () => import('./locales/da.js'), rest: () => import('./locales/da.rest.js') },
  de: { first: () => import('./locales/de.js'), rest: () => import('./locales/de.rest.js') },
  el: { first: () => import('./locales/el.js'), rest: () => import('./locales/el.rest.js') },
  en: { first: () => import('./locales/en.js'), rest: () => import('./locales/en.rest.js') },
  es: { first: () => import('./locales/es.js'), rest: () => import('./locales/es.rest.js') },
  et: { first: () => import('./locales/et.js'), rest: () => import('./locales/et.rest.js') },
  fi: { first: () => import('./locales/fi.js'), rest: () => import('./locales/fi.rest.js') },
  fr: { first: () => import('./locales/fr.js'), rest: () => import('./locales/fr.rest.js') },
  he: { first: () => import('./locales/he.js'), rest: () => import('./locales/he.rest.js') },
  hr: { first: () => import('./locales/hr.js'), rest: () => import('./locales/hr.rest.js') },
  hu: { first: () => import('./locales/hu.js'), rest: () => import('./locales/hu.rest.js') },
  id: { first: () => import('./locales/id.js'), rest: () => import('./locales/id.rest.js') },
  it: { first: () => import('./locales/it.js'), rest: () => import('./locales/it.rest.js') },
  ja: { first: () => import('./locales/ja.js'), rest: () => import('./locales/ja.rest.js') },
  ko: { first: () => import('./locales/ko.js'), rest: () => import('./locales/ko.rest.js') },
  lt: { first: () => import('./locales/lt.js'), rest: () => import('./locales/lt.rest.js') },
  lv: { first: () => import('./locales/lv.js'), rest: () => import('./locales/lv.rest.js') },
  ms: { first: () => import('./locales/ms.js'), rest: () => import('./locales/ms.rest.js') },
  mt: { first: () => import('./locales/mt.js'), rest: () => import('./locales/mt.rest.js') },
  nb: { first: () => import('./locales/nb.js'), rest: () => import('./locales/nb.rest.js') },
  nl: { first: () => import('./locales/nl.js'), rest: () => import('./locales/nl.rest.js') },
  pl: { first: () => import('./locales/pl.js'), rest: () => import('./locales/pl.rest.js') },
  pt: { first: () => import('./locales/pt.js'), rest: () => import('./locales/pt.rest.js') },
  'pt-BR': { first: () => import('./locales/pt-BR.js'), rest: () => import('./locales/pt-BR.rest.js') },
  ro: { first: () => import('./locales/ro.js'), rest: () => import('./locales/ro.rest.js') },
  ru: { first: () => import('./locales/ru.js'), rest: () => import('./locales/ru.rest.js') },
  sk: { first: () => import('./locales/sk.js'), rest: () => import('./locales/sk.rest.js') },
  sl: { first: () => import('./locales/sl.js'), rest: () => import('./locales/sl.rest.js') },
  sv: { first: () => import('./locales/sv.js'), rest: () => import('./locales/sv.rest.js') },
  th: { first: () => import('./locales/th.js'), rest: () => import('./locales/th.rest.js') },
  tr: { first: () => import('./locales/tr.js'), rest: () => import('./locales/tr.rest.js') },
  uk: { first: () => import('./locales/uk.js'), rest: () => import('./locales/uk.rest.js') },
  vi: { first: () => import('./locales/vi.js'), rest: () => import('./locales/vi.rest.js') },
  zh: { first: () => import('./locales/zh.js'), rest: () => import('./locales/zh.rest.js') },
  'zh-HK': { first: () => import('./locales/zh-HK.js'), rest: () => import('./locales/zh-HK.rest.js') },
  'zh-Hant': { first: () => import('./locales/zh-Hant.js'), rest: () => import('./locales/zh-Hant.rest.js') },
}

const RIGHT_TO_LEFT = ['ar', 'he']

/** All languages with texts, including English. */
export const LANGUAGE_TAGS: readonly string[] = Object.keys(LANGUAGES)

/** Loads the first texts for a language tag or its nearest relative; null if there are none. */
export async function loadFirst(tag: string): Promise<Language | null> {
  const name = candidates(tag).find((candidate) => Object.hasOwn(LANGUAGES, candidate))
  if (!name) return null
  const { messages } = await LANGUAGES[name]!.first()
  return { tag: name, direction: RIGHT_TO_LEFT.includes(name) ? 'rtl' : 'ltr', texts: messages }
}

/** Loads all texts of a language. */
export async function loadRest(language: Language): Promise<Language> {
  const { messages } = await LANGUAGES[language.tag]!.rest()
  return { ...language, texts: { ...language.texts, ...messages } }
}
