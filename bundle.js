// Replaces what `tsc` has written to `dist/main.js` and to the workers. All other modules stay beside them for tests and the fuzzer, which
// load some of them by themselves. It writes only warnings and errors; the command line of rolldown lists a hundred files.
import { chmodSync, copyFileSync, readdirSync } from 'node:fs';
import { build } from 'rolldown';

/** Each becomes one file with all that it imports: threads start often, and most of a start was looking up some 400 modules. */
const WORKERS = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('-worker.js'),
);

const commonOptions = {
  platform: 'node',
  // Native code, an optional add-on of discord.js, and a package that only benchmarks use.
  external: ['onnxruntime-node', '@photostructure/sqlite', 'zlib-sync', 'minisearch'],
  // discord.js uses `eval` in its client for several processes, which we never start.
  checks: { eval: false },
  logLevel: 'warn',
};

/** The name of the package that a file belongs to, for the name of a file. */
function packageOf(file) {
  const [, name] = /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file) ?? [];
  return name?.replace(/^@/, '').replace(/[\\/]/, '-') ?? null;
}

await build([
  {
    ...commonOptions,
    input: { main: 'dist/main.js' },
    output: {
      dir: 'dist',
      format: 'esm',
      chunkFileNames: 'chunks/[name]-[hash].js',
      codeSplitting: {
        groups: [
          // It builds paths from its own place: inside dist/main.js it would look outside the project.
          { name: 'compiled-file', test: /compiled-file\.js$/ },
          // A stack in the log names the package.
          { name: packageOf, debugName: 'package', test: /node_modules/ },
        ],
      },
    },
  },
  ...WORKERS.map((worker) => ({
    ...commonOptions,
    input: `dist/${worker}`,
    output: { file: `dist/${worker}`, format: 'esm', codeSplitting: false },
  })),
]);
// The page of the playground runs in a browser, as `tsc` wrote it: it is not bundled.
for (const file of ['index.html', 'style.css', 'discord.css'])
  copyFileSync(`src/playground/page/${file}`, `dist/playground/page/${file}`);
chmodSync('dist/main.js', 0o755);
