/**
 * The file that `src/NAME.ts` is compiled to, such as `serving/reader-worker`. Threads and processes run what is compiled, also where their
 * caller runs from its source.
 *
 * The path holds from `src/threads/` and from any folder right below `dist/`, but not from `dist/main.js`, which must not include this.
 */
export function locateCompiledFile(name: string): URL {
  return new URL(`../../dist/${name}.js`, import.meta.url);
}
