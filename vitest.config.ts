import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/global-setup.ts'],
    setupFiles: ['tests/fixed-seed.ts'],
    // End-to-end tests mostly wait for the bot, so more workers than cores pay off.
    maxWorkers: Math.ceil(1.5 * availableParallelism()),
    // A worker imports a module once for all its files: to import it anew for each took more than half of the time. So no test may
    // change what modules share.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
