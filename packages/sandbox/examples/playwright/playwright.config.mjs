import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

export default defineConfig({
  testMatch: '*.spec.mjs',
  outputDir: join(tmpdir(), 'booking-example'),
  reporter: 'line',
  workers: 1,
  use: {
    // An installed Chrome or Chromium; without it, the one that `npx playwright install chromium` brings.
    launchOptions: process.env.CHROME_PATH
      ? { executablePath: process.env.CHROME_PATH, args: process.env.CHROME_ARGS?.split(' ') ?? [] }
      : {},
  },
})
