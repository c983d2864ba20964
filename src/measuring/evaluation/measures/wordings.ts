import type { Response } from '../../contenders/contender.ts';
import { shownBy } from './shown.ts';

/** The same question as others would type it, each once and none of them as it is. */
export function otherWordings(question: string): readonly string[] {
  const bare = withoutMark(question);
  const wordings = [
    question.toLowerCase(),
    question.charAt(0).toUpperCase() + question.slice(1),
    bare,
    `${bare}?`,
    `${bare}??`,
    question.replace(/\bi\b/g, 'I'),
    question.replace(/\bI\b/g, 'i'),
    `  ${question.replaceAll(' ', '   ')} `,
    `hi ${question}`,
  ];
  return [...new Set(wordings)].filter((wording) => wording !== question);
}

function withoutMark(question: string): string {
  let bare = question.trim();
  while (bare.endsWith('?')) bare = bare.slice(0, -1).trimEnd();
  return bare;
}

/** Whether a person gets the same: the same outcome, and the same text of the same article. */
export function isSameReply(one: Response, other: Response): boolean {
  const [shown, otherShown] = [shownBy(one), shownBy(other)];
  return (
    one.verdict?.outcome === other.verdict?.outcome &&
    shown?.path === otherShown?.path &&
    shown?.text === otherShown?.text
  );
}
