import type { Language, Messages } from './messages.js'

/** Each language is its own chunk, loaded when it is shown. */
const LANGUAGES: Record<string, () => Promise<{ messages: Messages }>> = {
  ar: () => import('./locales/ar.js'),
  bg: () => import('./locales/bg.js'),
  cs: () => import('./locales/cs.js'),
  da: () => import('./locales/da.js'),
  de: () => import('./locales/de.js'),
  el: () => import('./locales/el.js'),
  es: () => import('./locales/es.js'),
  et: () => import('./locales/et.js'),
  fi: () => import('./locales/fi.js'),
  fr: () => import('./locales/fr.js'),
  he: () => import('./locales/he.js'),
  hr: () => import('./locales/hr.js'),
  hu: () => import('./locales/hu.js'),
  id: () => import('./locales/id.js'),
  it: () => import('./locales/it.js'),
  ja: () => import('./locales/ja.js'),
  ko: () => import('./locales/ko.js'),
  lt: () => import('./locales/lt.js'),
  lv: () => import('./locales/lv.js'),
  ms: () => import('./locales/ms.js'),
  mt: () => import('./locales/mt.js'),
  nb: () => import('./locales/nb.js'),
  nl: () => import('./locales/nl.js'),
  pl: () => import('./locales/pl.js'),
  pt: () => import('./locales/pt.js'),
  'pt-BR': () => import('./locales/pt-BR.js'),
  ro: () => import('./locales/ro.js'),
  ru: () => import('./locales/ru.js'),
  sk: () => import('./locales/sk.js'),
  sl: () => import('./locales/sl.js'),
  sv: () => import('./locales/sv.js'),
  th: () => import('./locales/th.js'),
  tr: () => import('./locales/tr.js'),
  uk: () => import('./locales/uk.js'),
  vi: () => import('./locales/vi.js'),
  zh: () => import('./locales/zh.js'),
  'zh-HK': () => import('./locales/zh-HK.js'),
  'zh-Hant': () => import('./locales/zh-Hant.js'),
}

/** Languages that have a chunk. */
export const LANGUAGE_TAGS: readonly string[] = Object.keys(LANGUAGES)

/** The texts for a language tag, or for its nearest relative; null means English. */
export async function loadLanguage(tag: string): Promise<Language | null> {
  const name = candidates(tag).find((candidate) => LANGUAGE_TAGS.includes(candidate))
  if (!name) return null
  return [name, (await LANGUAGES[name]!()).messages, /^(ar|he)/.test(name) ? 'rtl' : 'ltr']
}

/** `pt-BR` → pt-BR, pt-Latn, pt; `zh-TW` → zh-TW, zh-Hant, zh. */
function candidates(tag: string): string[] {
  try {
    const locale = new Intl.Locale(tag.replace(/^(no|nn)\b/i, 'nb'))
    const { language, script, region } = locale.maximize()
    return [locale.baseName, `${language}-${region}`, `${language}-${script}`, language]
  } catch {
    return []
  }
}
