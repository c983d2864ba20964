import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/build-once.ts'],
    setupFiles: ['tests/fixed-seed.ts'],
    // Vitest leaves a core free; on two that would be half of them.
    maxWorkers: '100%',
    // A worker imports a module once for all its files: to import it anew for each took more than half of the time. So no test may
    // change what modules share.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
