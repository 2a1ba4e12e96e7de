/** Other tags of the same language. */
const ALIASES: Record<string, string> = { no: 'nb', nn: 'nb' }

/**
 * The tags to look up for a language, the closest first: `pt_BR` → pt-BR, pt-Latn, pt; `zh-MO` → zh-MO, zh-Hant, zh.
 * Outdated tags are replaced: `iw` → he.
 */
export function candidates(tag: string): string[] {
  try {
    // Rails and Java use underscores.
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
  return /^en(?![a-z])/i.test(tag)
}
