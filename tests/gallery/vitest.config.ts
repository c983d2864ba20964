import { defineConfig } from 'vitest/config';

/** `npm run gallery`: the gallery is made with the scenes of the end-to-end tests, which need a running test. */
export default defineConfig({
  test: {
    include: ['tests/gallery/make-gallery.ts'],
    globalSetup: ['tests/build-once.ts'],
    testTimeout: 300_000,
    // What is made and what is missing is said by the gallery itself.
    reporters: [['default', { summary: false }]],
    disableConsoleIntercept: true,
  },
});
