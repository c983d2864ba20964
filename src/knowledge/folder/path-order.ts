interface Placed {
  readonly path: string;
}

/** In the order of code units, so that every machine gives the same. */
export function comparePaths(a: Placed, b: Placed): number {
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}

/** By path, then line; what is wrong with a file as a whole comes first. */
export function comparePathsAndLines(
  a: Placed & { readonly line: number | null },
  b: Placed & { readonly line: number | null },
): number {
  return comparePaths(a, b) || (a.line ?? 0) - (b.line ?? 0);
}
