import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { generatedPages } from '../docs/generate.mjs'

const BIOME = fileURLToPath(new URL('../node_modules/@biomejs/biome/bin/biome', import.meta.url))

describe('the generated parts of the docs', async () => {
  it.each(
    Object.entries(await generatedPages()).map(([path, page]) => ({ name: basename(path), path, page })),
  )('$name matches its source (otherwise run npm run docs)', ({ path, page }) => {
    const formatted = spawnSync(process.execPath, [BIOME, 'format', `--stdin-file-path=${path}`], {
      input: page,
      encoding: 'utf8',
    })
    expect(readFileSync(path, 'utf8')).toBe(formatted.stdout)
  })
})
