/** The rows, without the head, of the first table after a line of a Markdown page, with raw cells. */
export function tableAfter(page: string, mark: string): string[][] {
  const start = page.indexOf(mark)
  if (start === -1) throw new Error(`the page has no ${mark}`)
  const lines = page.slice(start + mark.length).split('\n')
  const first = lines.findIndex((line) => line.startsWith('|'))
  const rest = lines.slice(first)
  const length = rest.findIndex((line) => !line.startsWith('|'))
  return rest.slice(2, length === -1 ? undefined : length).map((line) =>
    line
      .slice(1, line.trimEnd().lastIndexOf('|'))
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  )
}
