import { defineConfig } from 'vitest/config'
import { lexiconForVite } from './scripts/lexicon-plugin.mjs'

export default defineConfig({
  plugins: [lexiconForVite],
  define: { __VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: { provider: 'v8', include: ['src/**'], reporter: ['text-summary'] },
  },
})
