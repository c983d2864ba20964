import type { Texts } from '../../../wording/kit/texts.ts';
import type { CommandLinks } from '../command-links.ts';
import { escapeWithin } from './markdown.ts';

/** More names do not fit into two lines of a phone. */
const MAX_NAMED = 3;
const MAX_QUESTION_CHARS = 80;

interface LineOptions {
  readonly texts: Texts;
  readonly commandLinks: Pick<CommandLinks, 'link'>;
}

/** Says which taught answers no longer apply after a change of articles, and what to do; says nothing where all still do. */
export function describeLostTaught(
  questions: readonly string[],
  { texts, commandLinks }: LineOptions,
): readonly string[] {
  if (questions.length === 0) return [];
  const { knowledge, answer, quoting } = texts;
  const { lostTaught, chooseAgain } = knowledge;
  const count = questions.length;
  const named = questions
    .slice(0, MAX_NAMED)
    .map((text) => quoting.quoted({ text: escapeWithin(text, MAX_QUESTION_CHARS) }));
  const rest = count > MAX_NAMED ? [answer.more({ count: count - MAX_NAMED })] : [];
  // The questions are members' words, so only our own words become links.
  const what = lostTaught({ count, questions: [...named, ...rest].join(', ') });
  return [`⚠️ ${what} ${commandLinks.link(chooseAgain, texts)}`];
}
