import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { slug } from 'github-slugger'
import { defineConfig } from 'vitepress'
import llmstxt from 'vitepress-plugin-llms'
import { codeBlocks } from './code-blocks.mjs'
import { outsideLinks } from './outside-links.mjs'
import { sidebar } from './sidebar.mjs'

export default defineConfig({
  title: 'stripe-identity',
  description: 'Identity verification on a web page with Stripe Identity: an element, a server, a sandbox.',
  lang: 'en',
  cacheDir: '.cache/vitepress',
  ignoreDeadLinks: 'localhostLinks',
  // An address of its own, or every page asks for /favicon.ico.
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  markdown: {
    // The anchors that GitHub makes, so that a link works there and here.
    anchor: { slugify: (heading) => slug(heading) },
    config: (md) => void md.use(codeBlocks).use(outsideLinks),
  },
  // llms.txt, llms-full.txt, and each page as Markdown beside it.
  vite: { plugins: [llmstxt()] },
  themeConfig: {
    sidebar,
    nav: [
      { text: 'Quick start', link: '/quick-start' },
      { text: 'Element', link: '/element' },
      { text: 'Server', link: '/server' },
      { text: 'Testing', link: '/testing' },
    ],
    search: { provider: 'local' },
    outline: { level: [2, 3] },
    footer: {
      message: 'MIT. Not affiliated with Stripe; Stripe is a trademark of Stripe, Inc.',
    },
  },
  // Tables with long names in them, where what they mean stands in the last column: they get the whole width.
  transformPageData(page) {
    if (!['configuration.md', 'operations.md'].includes(page.relativePath)) return
    return { frontmatter: { ...page.frontmatter, aside: false, pageClass: 'wide' } }
  },
  // What is named by its path alone: the download, and the landing page's picture.
  async buildEnd({ srcDir, outDir }) {
    for (const file of ['openapi.yaml', 'images/flow.gif']) {
      await cp(join(srcDir, file), join(outDir, file))
    }
  },
})
