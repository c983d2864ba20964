import type { PhrasingContent } from 'mdast';
import { isQuestion } from '../text/questions.ts';
import { type InlineText, partOf } from './paragraphs.ts';

/** A paragraph that asks, with the answer that goes on in it, or null. */
interface AskedInText {
  readonly question: string;
  readonly answer: InlineText | null;
}

const MARK = String.raw`\s?\d{0,3}\s?[.:)]\s+(?=\S)`;
/** `Q.`, `Q:`, `Q1)`, `Question 3:`. */
const QUESTION_MARK = new RegExp(`^(?:Q|Question)${MARK}`, 'i');
const ANSWER_MARK = new RegExp(`^(?:A|Answer)${MARK}`, 'i');
/** Where an answer begins in the paragraph of its question. */
const ANSWER_INSIDE = new RegExp(String.raw`[?？]["'”)]?\s+(?=(?:A|Answer)${MARK})`, 'i');
/** Longer ones are no headings. */
const MAX_QUESTION_CHARS = 300;

/** A heading without the mark of a question, as in “Q: May I …?”. */
export function withoutQuestionMark(heading: string): string {
  return heading.replace(QUESTION_MARK, '');
}

/** What a paragraph asks that is marked as a question, or all in bold; null where it does not ask so. */
export function readAsked(inline: InlineText, nodes: readonly PhrasingContent[]): AskedInText | null {
  const { text } = inline;
  const mark = QUESTION_MARK.exec(text)?.[0];
  if (mark === undefined && !isAllBold(nodes)) return null;
  const inside = mark === undefined ? null : ANSWER_INSIDE.exec(text.slice(0, MAX_QUESTION_CHARS * 2));
  const end = inside === null ? text.length : inside.index + inside[0].length;
  const question = text
    .slice(mark?.length ?? 0, end)
    .replace(/\s+/g, ' ')
    .trim();
  if (question.length > MAX_QUESTION_CHARS || !isQuestion(question) || question.length < 3) return null;
  return { question, answer: inside === null ? null : withoutAnswerMark(partOf(inline, end)) };
}

/** A paragraph below a question without “A:”. */
export function withoutAnswerMark(inline: InlineText): InlineText {
  const mark = ANSWER_MARK.exec(inline.text)?.[0];
  return mark === undefined ? inline : partOf(inline, mark.length);
}

function isAllBold(nodes: readonly PhrasingContent[]): boolean {
  const shown = nodes.filter((node) => node.type !== 'break' && !isBlankText(node));
  return shown.length === 1 && shown[0]?.type === 'strong';
}

function isBlankText(node: PhrasingContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
