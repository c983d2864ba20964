import type { ChangedAnswer } from '../../requests/kit/changed-answers.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { fitLines, UNSURE_SIGN } from './card.ts';

const MAX_QUESTION_CHARS = 120;
const MAX_PASSAGE_CHARS = 160;
/** Characters that two passages have in common and that are shown before the first difference. */
const COMMON_CHARS = 50;
const [BEFORE, AFTER] = ['🔴', '🟢'];

interface AnswerLimits {
  /** Nobody looks at more answers than this. */
  readonly maxAnswers: number;
  /** Maximum UTF-16 units of all lines together. */
  readonly maxChars: number;
}

/** Builds the lines that show answers before and after a change: for each, the question and two lines below it, set apart by an empty line. */
export function buildChangedAnswers(
  answers: readonly ChangedAnswer[],
  { maxAnswers, maxChars }: AnswerLimits,
  texts: Texts,
): readonly string[] {
  const blocks = answers.map((answer, index) => `${index === 0 ? '' : '\n'}${buildBlock(answer, texts)}`);
  return fitLines(blocks, { maxLines: maxAnswers, maxChars, more: texts.more.answers });
}

function buildBlock({ question, before, after }: ChangedAnswer, texts: Texts): string {
  const from = before && after ? findDifference(before.text, after.text) : 0;
  const shown = (passage: ChangedAnswer['before']): string => {
    if (passage === null) return `*${texts.answer.unknown}*`;
    const text = escapeWithin(from === 0 ? passage.text : `… ${passage.text.slice(from)}`, MAX_PASSAGE_CHARS);
    return passage.isUnsure ? `${UNSURE_SIGN} ${text}` : text;
  };
  return [
    `**${escapeWithin(question, MAX_QUESTION_CHARS)}**`,
    `${BEFORE} ${shown(before)}`,
    `${AFTER} ${shown(after)}`,
  ].join('\n');
}

/** Returns the start of a word from which to show two long passages, so that the difference is not cut off. */
function findDifference(some: string, other: string): number {
  if (some === other) return 0;
  let common = 0;
  while (common < some.length && some[common] === other[common]) common++;
  return common <= COMMON_CHARS
    ? 0
    : Math.max(some.lastIndexOf(' ', common - COMMON_CHARS), some.lastIndexOf('\n', common - COMMON_CHARS)) +
        1;
}
