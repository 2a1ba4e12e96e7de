/** Code as the pages write it: indented blocks look like fenced ones, and a fence's file (`js [server.js]`) has its name on top. */
export function codeBlocks(md) {
  const fence = md.renderer.rules.fence
  md.renderer.rules.code_block = (tokens, index, ...rest) => {
    tokens[index].info = 'txt'
    return fence(tokens, index, ...rest)
  }
  md.renderer.rules.fence = (tokens, index, ...rest) => {
    const [, name] = /\[(.+)\]/.exec(tokens[index].info) ?? []
    const code = fence(tokens, index, ...rest)
    return name === undefined ? code : `<p class="file-name">${md.utils.escapeHtml(name)}</p>${code}`
  }
}
