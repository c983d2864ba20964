import { defineConfig } from 'rolldown';

/** Each in one file with all that it imports: threads start often, and most of a start was looking up some 400 modules. */
const THREADS = ['dist/serving/answering-worker.js', 'dist/serving/reader-worker.js'];

export default THREADS.map((thread) =>
  defineConfig({
    input: thread,
    platform: 'node',
    output: { file: thread, format: 'esm', codeSplitting: false },
  }),
);
