/** Matches text that a spreadsheet would take for a formula, also behind white space that it drops. */
const FORMULA = /^\s*[=+\-@\t\r|%]/
const NUMBER = /^-?\d+(\.\d+)?$/

/**
 * Rows as CSV (RFC 4180) that no spreadsheet executes: text that would begin a formula gets an apostrophe in front, and
 * every field is quoted.
 */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows
    .map((row) => row.map(field).join(','))
    .join('\r\n')
    .concat('\r\n')
}

function field(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

/** Hands a file to the browser's downloads. */
export function download(name: string, csv: string): void {
  // With the mark that has Excel read it as UTF-8.
  const url = URL.createObjectURL(new Blob(['\uFEFF', csv], { type: 'text/csv' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
