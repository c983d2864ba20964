import type { PhrasingContent } from 'mdast';
import { isQuestion } from '../../text/words/questions.ts';
import { cutInlineText, type InlineText } from './paragraphs.ts';

/** A question, and its answer where the same paragraph holds it. */
interface MarkedQuestion {
  /** The question with its mark. */
  readonly question: string;
  /** True where `Q:` or a similar mark precedes it; otherwise all of it is bold. */
  readonly isMarked: boolean;
  readonly answer: InlineText | null;
}

const NUMBER = String.raw`\s?\d{0,3}\s?`;
const MARK = String.raw`${NUMBER}[.:)]\s+(?=\S)`;
/** `Q.`, `Q:`, `Q1)`, `Question 3:`. */
const QUESTION_MARK = new RegExp(`^(?:Q|Question)${MARK}`, 'i');
const ANSWER_MARK = new RegExp(`^(?:A|Answer)${MARK}`, 'i');
/** A stricter mark, for answers to unmarked questions. It excludes initials and the first of several choices. */
const SURE_ANSWER_MARK = /^(?:A|Answer):\s+(?=\S)/i;
/** The start of an answer in the paragraph of its question. */
const ANSWER_INSIDE = new RegExp(String.raw`[?？]["'”)]?\s+(?=(?:A|Answer)${MARK})`, 'i');
/** Longer questions are not headings. */
const MAX_QUESTION_CHARS = 300;

/** Removes the mark of a question from a heading, as in “Q: May I …?”. */
export function removeQuestionMark(heading: string): string {
  return heading.replace(QUESTION_MARK, '');
}

/** Reads the question of a paragraph that is marked as a question, or is all in bold. Returns null for all others. */
export function readMarkedQuestion(
  inline: InlineText,
  nodes: readonly PhrasingContent[],
): MarkedQuestion | null {
  const { text } = inline;
  const mark = QUESTION_MARK.exec(text)?.[0];
  if (mark === undefined && !isAllBold(nodes)) return null;
  const inside = mark === undefined ? null : ANSWER_INSIDE.exec(text.slice(0, MAX_QUESTION_CHARS * 2));
  const end = inside === null ? text.length : inside.index + inside[0].length;
  const question = text.slice(0, end).replace(/\s+/g, ' ').trim();
  if (question.length > MAX_QUESTION_CHARS || !isQuestion(question) || question.length < 3) return null;
  return {
    question,
    isMarked: mark !== undefined,
    answer: inside === null ? null : removeMark(cutInlineText(inline, end), ANSWER_MARK),
  };
}

/** Removes “A:” from a paragraph below a heading that is a question. */
export function removeAnswerMark(
  inline: InlineText,
  asking: { readonly text: string; readonly isMarked: boolean },
): InlineText {
  if (!isQuestion(asking.text)) return inline;
  return removeMark(inline, asking.isMarked ? ANSWER_MARK : SURE_ANSWER_MARK);
}

function removeMark(inline: InlineText, pattern: RegExp): InlineText {
  const mark = pattern.exec(inline.text)?.[0];
  return mark === undefined ? inline : cutInlineText(inline, mark.length);
}

function isAllBold(nodes: readonly PhrasingContent[]): boolean {
  const shown = nodes.filter((node) => node.type !== 'break' && !isBlankText(node));
  return shown.length === 1 && shown[0]?.type === 'strong';
}

function isBlankText(node: PhrasingContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
