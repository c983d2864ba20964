import { compileMessage } from './message.ts';
import type { Rendered, Translated } from './texts.ts';

/**
 * Returns the texts of a language from its messages. `source`, the English ones, decides which texts take arguments, so that all languages
 * have the same shape. Messages are parsed when they are first needed; plurals and numbers follow the BCP 47 tag.
 */
export function buildTexts<Source extends TextTree>(
  source: Source,
  translation: Translated<Source>,
  tag: string,
): Rendered<Source> {
  const texts = buildTree(source, { ...translation }, tag);
  if (!isRendered(source, texts)) throw new TypeError('a text has not become what its source asks for');
  return texts;
}

function buildTree(source: TextTree, translation: TextTree, tag: string): TextTree {
  return Object.fromEntries(
    Object.entries(source).map(([key, node]) => {
      const translated = translation[key];
      if (isTextTree(node) && isTextTree(translated)) return [key, buildTree(node, translated, tag)];
      return [key, buildText(String(node), String(translated), tag)];
    }),
  );
}

function buildText(source: string, text: string, tag: string): unknown {
  const message = compileMessage(text, tag);
  if (takesArguments(source)) return message;
  // ICU reads everything else as it stands.
  return /['{]/.test(text) ? message() : text;
}

/** The type {@link Rendered} tells texts with arguments from those without in the same way. */
function takesArguments(source: string): boolean {
  return source.includes('{');
}

function isRendered<Source extends TextTree>(source: Source, texts: unknown): texts is Rendered<Source> {
  if (!isTextTree(texts)) return false;
  return Object.entries(source).every(([key, node]) => {
    if (isTextTree(node)) return isRendered(node, texts[key]);
    return typeof texts[key] === (takesArguments(String(node)) ? 'function' : 'string');
  });
}

/** Texts by their names, in groups of any depth. A node is a text, a group, or something that a translator wrote wrongly. */
export interface TextTree {
  readonly [key: string]: unknown;
}

/** Returns whether a node of a tree is a group of texts. */
export function isTextTree(node: unknown): node is TextTree {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
