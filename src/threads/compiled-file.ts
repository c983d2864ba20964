/**
 * The file that `src/NAME.ts` is compiled to. Threads and processes run what is compiled, also where their caller runs from its source.
 *
 * The path is the same from `src/threads/` and from `dist/chunks/`.
 */
export function compiledFile(name: string): URL {
  return new URL(`../../dist/${name}.js`, import.meta.url);
}
