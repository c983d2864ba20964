import { parseArguments, refuseArguments } from '../command-arguments.ts';

/** What `texts` shall do. A language is a canonical BCP 47 tag. */
export type TextsArguments =
  | { readonly action: 'check' }
  | { readonly action: 'export' | 'import'; readonly language: string; readonly file: string };

export const TEXTS_SYNTAX = {
  name: 'texts',
  forms: [
    { operands: 'check', help: 'whether every language has every text' },
    {
      operands: 'export LANGUAGE FILE',
      help: 'the texts of a language for translators, as JSON',
    },
    { operands: 'import LANGUAGE FILE', help: 'what they send back, once it is complete' },
  ],
  options: {},
  examples: ['npm run texts -- export it it.json', 'npm run texts -- import it it.json'],
} as const;

/**
 * Reads the arguments of `texts`.
 *
 * @throws {UserFacingError} `unusable-arguments`
 */
export function parseTextsArguments(args: readonly string[]): TextsArguments {
  const { positionals } = parseArguments(args, TEXTS_SYNTAX);
  const [action, language, file, ...others] = positionals;
  if (action === 'check' && language === undefined) return { action };
  if ((action !== 'export' && action !== 'import') || file === undefined || others.length > 0) {
    throw refuseArguments('Name what to do, and for export and import a language and a file.', TEXTS_SYNTAX);
  }
  return { action, language: readLanguage(language ?? ''), file };
}

function readLanguage(typed: string): string {
  const [tag] = canonicalTags(typed);
  if (tag !== undefined && new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag)) {
    return tag;
  }
  throw refuseArguments(`“${typed}” is not a language. Write its tag, such as de or pt-BR.`, TEXTS_SYNTAX);
}

function canonicalTags(typed: string): readonly string[] {
  try {
    return Intl.getCanonicalLocales(typed);
  } catch {
    return [];
  }
}
