import { readFileSync } from 'node:fs'
import { FRAMEWORKS, PLAYGROUND } from './frameworks.js'

interface Entry {
  name: string
  title: string
  about: string
}

const HTML: Entry = { name: 'html', title: 'HTML', about: 'One script, one tag, no build. Ready at once.' }

/** The start page with a line for each page of the demo. With Stripe the sandbox's section is left out. */
export function home(template: URL, sandboxUrl: string | null): string {
  const page = readFileSync(template, 'utf8')
    .replace('<!-- pages -->', [HTML, ...FRAMEWORKS].map(line).join('\n          '))
    .replace('<!-- playground -->', line(PLAYGROUND))
  return sandboxUrl === null
    ? page.replace(/<!-- sandbox -->[\s\S]*<!-- \/sandbox -->\n/, '')
    : page.replaceAll('SANDBOX_URL', sandboxUrl)
}

function line({ name, title, about }: Entry): string {
  return `<li><a href="/${name}"><strong>${title}</strong> <span>${about}</span></a></li>`
}
