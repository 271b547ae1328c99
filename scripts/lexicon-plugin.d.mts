import type { Plugin } from 'vitest/config'

export const lexiconForEsbuild: { name: string; setup(build: unknown): void }
export const lexiconForVite: Plugin
