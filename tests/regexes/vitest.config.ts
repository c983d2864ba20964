import { defineConfig } from 'vitest/config';

/** `npm run check:regexes` checks every regular expression of the program, which takes about a minute. */
export default defineConfig({
  test: {
    include: ['tests/regexes/all-regexes.ts'],
    testTimeout: 300_000,
  },
});
