import { parseArguments, refuseArguments } from '../command-arguments.ts';

/** What `texts` shall do. A language is a canonical BCP 47 tag. */
export type TextsArguments =
  | { readonly action: 'check' }
  | { readonly action: 'export' | 'import'; readonly language: string; readonly file: string };

const USAGE = `Usage: npm run texts -- check
       npm run texts -- export LANGUAGE FILE
       npm run texts -- import LANGUAGE FILE`;

/**
 * Reads the arguments of `texts`.
 *
 * @throws {UserFacingError} `unusable-arguments`
 */
export function parseTextsArguments(args: readonly string[]): TextsArguments {
  const { positionals } = parseArguments({ args: [...args], allowPositionals: true, options: {} }, USAGE);
  const [action, language, file, ...others] = positionals;
  if (action === 'check' && language === undefined) return { action };
  if ((action !== 'export' && action !== 'import') || file === undefined || others.length > 0) {
    throw refuseArguments('Name what to do, and for export and import a language and a file.', USAGE);
  }
  return { action, language: readLanguage(language ?? ''), file };
}

function readLanguage(typed: string): string {
  const [tag] = canonicalTags(typed);
  if (tag !== undefined && new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag)) {
    return tag;
  }
  throw refuseArguments(`“${typed}” is no language. Write its tag, such as de or pt-BR.`, USAGE);
}

function canonicalTags(typed: string): readonly string[] {
  try {
    return Intl.getCanonicalLocales(typed);
  } catch {
    return [];
  }
}
