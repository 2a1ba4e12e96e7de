/** Tags of the same language under another name. */
const ALIASES: Record<string, string> = { no: 'nb', nn: 'nb' }

/**
 * The names under which a language may be known, the closest one first: `pt_BR` → pt-BR, pt-Latn, pt;
 * `zh-MO` → zh-MO, zh-Hant, zh. Outdated names become the present ones: `iw` → he.
 */
export function candidates(tag: string): string[] {
  try {
    // Rails and Java write an underscore.
    const locale = new Intl.Locale(tag.replaceAll('_', '-'))
    const { language, script, region } = locale.maximize()
    const alias = ALIASES[language]
    return [
      locale.baseName,
      `${language}-${region}`,
      `${language}-${script}`,
      language,
      ...(alias ? [alias] : []),
    ]
  } catch {
    return []
  }
}

export function isEnglish(tag: string): boolean {
  return tag.toLowerCase().split(/[-_]/)[0] === 'en'
}
