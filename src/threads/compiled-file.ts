/**
 * Returns the location of the file that `src/NAME.ts` is compiled to, such as `serving/file-worker`. Threads and
 * processes run compiled files, even where their caller runs from source.
 *
 * The path is right from `src/threads/` and from any folder directly below `dist/`. It would be wrong from `dist/main.js`, so
 * `bundle.js` gives this file a chunk of its own. Without it no thread starts, and all end-to-end tests fail.
 */
export function locateCompiledFile(name: string): URL {
  return new URL(`../../dist/${name}.js`, import.meta.url);
}
