import { fileURLToPath } from 'node:url'
import { type CheckOptions, LinkChecker, LinkState } from 'linkinator'
import { expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The links without a target, including anchors. External links and local servers are not checked. */
async function broken(options: CheckOptions): Promise<string[]> {
  const { links } = await new LinkChecker().check({
    ...options,
    checkFragments: true,
    directoryListing: true,
    linksToSkip: ['^https?://(?!localhost)', '^http://localhost:(4242|12111)/'],
  })
  expect(links.length).toBeGreaterThan(20)
  return links
    .filter(({ state }) => state === LinkState.BROKEN)
    .map(({ url, parent }) => `${url} in ${parent}`)
}

it('every link in the repository’s pages has a target', async () => {
  const path = ['*.md', 'docs/*.md', 'packages/*/README.md']
  expect(await broken({ path, serverRoot: ROOT, markdown: true })).toEqual([])
})

it('every link in the site has a target', async () => {
  expect(
    await broken({
      path: [fileURLToPath(new URL('../docs/.vitepress/dist', import.meta.url))],
      recurse: true,
    }),
  ).toEqual([])
})
