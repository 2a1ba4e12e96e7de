/** Matches text that a spreadsheet would read as a formula, including after white space that it ignores. */
const FORMULA = /^\s*[=+\-@\t\r|%]/
const NUMBER = /^-?\d+(\.\d+)?$/

/**
 * Formats rows as CSV (RFC 4180) that spreadsheets do not execute: text that would start a formula gets a leading
 * apostrophe, and every field is quoted.
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

/** Offers a file as a download. */
export function download(name: string, csv: string): void {
  // The byte order mark makes Excel read the file as UTF-8.
  const url = URL.createObjectURL(new Blob(['\uFEFF', csv], { type: 'text/csv' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
