import { defineConfig } from 'rolldown';

/** Each in one file with all that it imports: threads start often, and most of a start was looking up some 400 modules. */
const THREADS = ['serving/answering-worker', 'serving/reader-worker', 'store/store-worker'];

const inPlace = {
  platform: 'node',
  // What is native, and what is not there where the bot runs: an optional part of discord.js, and what only measuring needs.
  external: ['@photostructure/sqlite', 'zlib-sync', 'minisearch'],
  // In a method of discord.js for several processes, which nobody calls.
  checks: { eval: false },
  logLevel: 'warn',
};

/** The name of the package that a file belongs to, for the name of a file. */
function packageOf(file) {
  const [, name] = /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file) ?? [];
  return name?.replace(/^@/, '').replace(/[\\/]/, '-') ?? null;
}

/** The program, in a few files instead of some 1,500, and each thread in one. What `tsc` has written is replaced. */
export default [
  defineConfig({
    ...inPlace,
    input: { main: 'dist/main.js' },
    output: {
      dir: 'dist',
      format: 'esm',
      chunkFileNames: 'chunks/[name]-[hash].js',
      codeSplitting: {
        groups: [
          // It tells other files by its own place, which is `chunks/` only where it is no part of main.js.
          { name: 'compiled-file', test: /compiled-file\.js$/ },
          // A stack in the log names the package.
          { name: packageOf, debugName: 'package', test: /node_modules/ },
        ],
      },
    },
  }),
  ...THREADS.map((thread) =>
    defineConfig({
      ...inPlace,
      input: `dist/${thread}.js`,
      output: { file: `dist/${thread}.js`, format: 'esm', codeSplitting: false },
    }),
  ),
];
