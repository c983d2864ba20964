import { compileMessage } from './message.ts';
import type { Rendered, Translated } from './texts.ts';

interface Tree {
  readonly [key: string]: unknown;
}

/**
 * Returns the texts of a language from its messages. `source`, the English ones, decides which texts take arguments, so that all languages
 * have the same shape. Messages are parsed when they are first needed; plurals and numbers follow the BCP 47 tag.
 */
export function buildTexts<Source extends Tree>(
  source: Source,
  translation: Translated<Source>,
  tag: string,
): Rendered<Source> {
  const texts = buildTree(source, { ...translation }, tag);
  if (!isRendered(source, texts)) throw new TypeError('a text has not become what its source asks for');
  return texts;
}

function buildTree(source: Tree, translation: Tree, tag: string): Tree {
  return Object.fromEntries(
    Object.entries(source).map(([key, node]) => {
      const translated = translation[key];
      if (typeof node === 'string') return [key, buildText(node, String(translated), tag)];
      return [key, buildTree(Object(node), Object(translated), tag)];
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

function isRendered<Source extends Tree>(source: Source, texts: unknown): texts is Rendered<Source> {
  return Object.entries(source).every(([key, node]) => {
    const built: unknown = Object(texts)[key];
    if (typeof node !== 'string') return isRendered(Object(node), built);
    return typeof built === (takesArguments(node) ? 'function' : 'string');
  });
}
