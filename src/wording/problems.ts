import type { LeftOutCause, Problem, ProblemCause } from '../knowledge/article/problem.ts';
import { toPrintable } from '../text/layout/printable.ts';
import { terminalTexts } from './kit/english.ts';
import { fillText, type TextFor } from './kit/message.ts';
import type { Texts } from './kit/texts.ts';

type ProblemTexts = Pick<Texts, 'problems' | 'leftOut'>;

/** A problem and its remedy: one sentence each, without the path. They may quote the file: escape them. */
interface ProblemText {
  readonly message: string;
  readonly remedy: string;
}

/** The causes that have texts. A repeated key that the parser cannot name has its own text. */
type ToldCause =
  | Exclude<ProblemCause, { readonly code: 'key-twice' }>
  | { readonly code: 'key-twice'; readonly key: string }
  | { readonly code: 'some-key-twice' };

type Causes = { readonly [Cause in ToldCause as Cause['code']]: Cause };

/** The texts of each cause. A missing text, or one that needs an argument that the cause lacks, does not compile. */
type TextsByCode = {
  readonly [Code in keyof Causes]: {
    readonly message: TextFor<Causes[Code]>;
    readonly remedy: TextFor<Causes[Code]>;
  };
};

/** Describes a problem and its remedy. */
export function describeProblem(cause: ProblemCause, texts: ProblemTexts): ProblemText {
  const toldCause = nameCause(cause);
  const words = fillTexts(toldCause.code, toldCause, texts.problems);
  return 'moreLines' in cause ? { ...words, message: addLineCount(words.message, cause, texts) } : words;
}

/** Describes a problem on one line, after its path and line: `a.md:3: There is no title. Add one.` It may quote the file: escape it. */
export function buildProblemLine({ path, line, cause }: Problem, texts: ProblemTexts): string {
  const { message, remedy } = describeProblem(cause, texts);
  return `${line === null ? path : `${path}:${line}`}: ${message} ${remedy}`;
}

/** Returns a sentence, with one line for each of its problems below. */
export function listProblems(sentence: string, problems: readonly Problem[], texts: ProblemTexts): string {
  return [sentence, ...problems.map((problem) => toPrintable(buildProblemLine(problem, texts)))].join('\n');
}

function nameCause(cause: ProblemCause): ToldCause {
  if (cause.code !== 'key-twice') return cause;
  return cause.key === null ? { code: 'some-key-twice' } : { code: cause.code, key: cause.key };
}

function fillTexts<Code extends keyof Causes>(
  code: Code,
  cause: Causes[Code],
  texts: TextsByCode,
): ProblemText {
  const { message, remedy } = texts[code];
  return { message: fillText(message, cause), remedy: fillText(remedy, cause) };
}

function addLineCount(message: string, { moreLines }: LeftOutCause, { leftOut }: ProblemTexts): string {
  return moreLines === 0 ? leftOut.once({ message }) : leftOut.often({ message, count: moreLines });
}

/** More names would hide what else is said. */
const MAX_NAMES = 10;

/** Names the documents that the bot cannot read, the first ten by their paths, or returns null where there are none. */
export function describePassedOver(paths: readonly string[]): string | null {
  if (paths.length === 0) return null;
  const { passedOver, more } = terminalTexts.articles;
  const names = paths.slice(0, MAX_NAMES).map(toPrintable);
  const left = paths.length - names.length;
  const files = left === 0 ? names.join(', ') : `${names.join(', ')}, ${more({ count: left })}`;
  return passedOver({ count: paths.length, files });
}
