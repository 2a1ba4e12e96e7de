/**
 * The code blocks of a page. A fence that names a file (`js [server.js]`) is that file as it stands, and one that says
 * `run` (`sh run`) is what to type: tests run both. Every other block is a fragment.
 */
export function blocksOf(markdown) {
  return [...markdown.matchAll(/^( *)(`{3,})(\w+)?(.*)\n([\s\S]*?)^\1\2$/gm)].map(
    ([, , , language = '', meta, text]) => ({
      language,
      file: /\[(.+)\]/.exec(meta)?.[1] ?? null,
      run: /\brun\b/.test(meta.replace(/\[.+\]/, '')),
      text,
    }),
  )
}

/** The files of a page by name. */
export function filesOf(markdown) {
  return Object.fromEntries(
    blocksOf(markdown)
      .filter(({ file }) => file !== null)
      .map(({ file, text }) => [file, text]),
  )
}
