import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readErrorCode } from '../../kit/system.ts';
import { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import { resolveFromCaller } from '../../settings/settings.ts';
import * as catalogues from '../../wording/catalogues.ts';
import { isTextTree, type TextTree } from '../../wording/kit/build-texts.ts';
import {
  checkTranslation,
  flattenTexts,
  type TextsByKey,
  type TranslationMistake,
} from '../../wording/kit/check-translation.ts';
import { terminalTexts } from '../../wording/kit/english.ts';
import { fillText, type TextFor } from '../../wording/kit/message.ts';
import type { CommandHost, Terminal } from '../terminal.ts';
import {
  listFolders,
  nameFolder,
  nameLanguage,
  readJson,
  readLanguageTexts,
  toJsonFile,
  writeLanguageTexts,
  writeText,
} from './language-folders.ts';
import { parseTextsArguments, TEXTS_SYNTAX, type TextsArguments } from './texts-arguments.ts';

const SOURCE = catalogues.en;
/** The source stands under this name beside what is exported, as Weblate and Crowdin expect it. */
const SOURCE_FILE = 'en.json';

const { texts: words } = terminalTexts;

interface TextsDeps {
  /** The folder of the languages, `src/wording` of the project. */
  readonly wording: string;
  readonly output: Terminal['output'];
}

/**
 * Runs `texts` and returns its exit status. A file is relative to where the caller stands.
 *
 * @throws {UserFacingError} `unusable-arguments`
 */
export async function runTextsCommand(
  args: readonly string[],
  { env, wording, output }: Pick<CommandHost, 'env' | 'wording' | 'output'>,
): Promise<number> {
  const wanted = parseTextsArguments(args);
  const deps = { wording, output };
  if (wanted.action === 'check') return runTexts(wanted, deps);
  return runTexts({ ...wanted, file: resolveFromCaller(env, TEXTS_SYNTAX.name, wanted.file) }, deps);
}

/**
 * Exports the texts of a language for translators, imports what they return, or checks all languages. Returns the exit status: 1 where a
 * text is missing or wrong, and then nothing is imported.
 *
 * @throws {UserFacingError} `unusable-arguments` where a file cannot be read, or would be overwritten
 */
export async function runTexts(wanted: TextsArguments, deps: TextsDeps): Promise<0 | 1> {
  if (wanted.action === 'check') return checkAll(deps);
  const { action, language, file } = wanted;
  return action === 'export' ? exportTexts(language, file, deps) : importTexts(language, file, deps);
}

async function exportTexts(language: string, file: string, { wording, output }: TextsDeps): Promise<0> {
  const isSource = language === 'en';
  if (!isSource && basename(file) === SOURCE_FILE) {
    throw new UserFacingError('unusable-arguments', words.sourceName({ file }));
  }
  const known = flattenTexts(await readLanguageTexts(wording, language));
  const sourceFile = join(dirname(file), SOURCE_FILE);
  if (!isSource) await refuseOtherSource(sourceFile);
  await writeText(file, toJsonFile(mapTexts(SOURCE, (key) => known.get(key) ?? '')));
  if (!isSource) await writeText(sourceFile, toJsonFile(SOURCE));
  const count = [...flattenTexts(SOURCE).keys()].filter((key) => !known.has(key)).length;
  output.write(
    `${isSource ? words.exportedSource({ file }) : words.exported({ file, sourceFile, count })}\n`,
  );
  return 0;
}

/**
 * Refuses to overwrite a file of the name of the English texts that holds something else.
 *
 * @throws {UserFacingError} `unusable-arguments`
 */
async function refuseOtherSource(file: string): Promise<void> {
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch (error) {
    if (readErrorCode(error) === 'ENOENT') return;
    throw new UserFacingError('unusable-arguments', words.otherSource({ file }), { cause: error });
  }
  if (content !== toJsonFile(SOURCE))
    throw new UserFacingError('unusable-arguments', words.otherSource({ file }));
}

async function importTexts(language: string, file: string, { wording, output }: TextsDeps): Promise<0 | 1> {
  if (language === 'en') throw new UserFacingError('unusable-arguments', words.sourceImported);
  const given = await readJson(file);
  if (!isTextTree(given)) throw new UserFacingError('unusable-arguments', words.noTexts({ file }));
  const mistakes = checkTranslation(SOURCE, given, language);
  if (mistakes.length > 0) {
    output.write(`${listMistakes(mistakes)}\n\n${words.notImported({ count: mistakes.length, file })}\n`);
    return 1;
  }
  const texts = flattenTexts(given);
  const before = flattenTexts(await readLanguageTexts(wording, language));
  const written = await writeLanguageTexts(
    wording,
    language,
    mapTexts(SOURCE, (key) => texts.get(key)),
  );
  const total = texts.size;
  const count = total - countSame(texts, before);
  const lines = [
    before.size === 0
      ? words.imported({ file: written })
      : words.replaced({ file: written, name: nameLanguage(language), count, total }),
    ...warnOfSameTexts(texts, language),
    ...(Object.hasOwn(catalogues, language) ? [] : [words.register({ line: registrationLine(language) })]),
  ];
  output.write(`${lines.join('\n')}\n`);
  return 0;
}

/** Warns where most texts are those of another language, because somebody may have taken the wrong file. */
function warnOfSameTexts(texts: TextsByKey, language: string): readonly string[] {
  const other = Object.entries(catalogues).find(
    ([tag, tree]) => tag !== language && 2 * countSame(texts, flattenTexts(tree)) > texts.size,
  );
  return other === undefined
    ? []
    : [words.sameTexts({ name: nameLanguage(language), other: nameLanguage(other[0]) })];
}

function countSame(texts: TextsByKey, others: TextsByKey): number {
  return [...texts].filter(([key, text]) => others.get(key) === text).length;
}

/** The line of `catalogues.ts` that offers a language to members. */
function registrationLine(language: string): string {
  const name = language.includes('-') ? `'${language}'` : language;
  return `export { default as ${name} } from './${nameFolder(language)}/texts.json' with { type: 'json' };`;
}

async function checkAll({ wording, output }: TextsDeps): Promise<0 | 1> {
  const languages = Object.keys(catalogues);
  let isFine = true;
  for (const language of languages) {
    const mistakes = checkTranslation(SOURCE, await readLanguageTexts(wording, language), language);
    isFine &&= mistakes.length === 0;
    const folder = nameFolder(language);
    output.write(
      mistakes.length === 0
        ? `${words.complete({ language, folder })}\n`
        : `${words.incomplete({ language, folder, count: mistakes.length })}\n${listMistakes(mistakes)}\n`,
    );
  }
  const registered = new Set(languages.map(nameFolder));
  const others = (await listFolders(wording)).filter((folder) => !registered.has(folder));
  for (const folder of others) output.write(`${words.unregistered({ folder })}\n`);
  return isFine && others.length === 0 ? 0 : 1;
}

/** Returns a tree of the same shape, each text replaced by what `choose` returns for its key. */
function mapTexts(tree: TextTree, choose: (key: string) => unknown, prefix = ''): TextTree {
  return Object.fromEntries(
    Object.entries(tree).map(([name, node]) => {
      const key = prefix + name;
      return [name, isTextTree(node) ? mapTexts(node, choose, `${key}.`) : choose(key)];
    }),
  );
}

function listMistakes(mistakes: readonly TranslationMistake[]): string {
  return mistakes
    .map((mistake) => `  ${mistake.key}: ${describeMistake(mistake.kind, mistake, words.mistakes)}`)
    .join('\n');
}

type Mistakes = { readonly [Mistake in TranslationMistake as Mistake['kind']]: Mistake };

function describeMistake<Kind extends keyof Mistakes>(
  kind: Kind,
  mistake: Mistakes[Kind],
  texts: { readonly [Each in keyof Mistakes]: TextFor<Mistakes[Each]> },
): string {
  return fillText(texts[kind], mistake);
}
