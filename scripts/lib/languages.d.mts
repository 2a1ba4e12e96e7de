type Language = 'python3' | 'php'
export function findLanguage(name: Language): string | null
export function findPythonWithStripe(): string | null
export function ensureLanguages(names?: Language[]): void
