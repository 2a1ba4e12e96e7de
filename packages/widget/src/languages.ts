import type { Language, Messages } from './messages.js'

/** Each language is its own chunk, loaded when it is shown. */
const LANGUAGES: Record<string, () => Promise<{ messages: Messages }>> = {
  de: () => import('./locales/de.js'),
}

/** The texts for a language tag, or for its nearest relative; null means English. */
export async function loadLanguage(tag: string): Promise<Language | null> {
  for (const name of candidates(tag)) {
    const load = LANGUAGES[name]
    if (load) return [name, (await load()).messages, /^(ar|he)/.test(name) ? 'rtl' : 'ltr']
  }
  return null
}

/** `zh-Hant-HK` → zh-Hant-HK, zh-HK, zh-Hant, zh; region and script are also known by their usual other name. */
function candidates(tag: string): string[] {
  try {
    const { language, script, region } = new Intl.Locale(tag.replace(/^(no|nn)\b/i, 'nb')).maximize()
    return [`${language}-${region}`, `${language}-${script}`, `${language}`]
  } catch {
    return []
  }
}
