/** Texts by their names, in groups of any depth. A node is a text, a group, or something that a translator wrote wrongly. */
export interface TextTree {
  readonly [key: string]: unknown;
}

/** Returns whether a node of a tree is a group of texts. */
export function isTextTree(node: unknown): node is TextTree {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
