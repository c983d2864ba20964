import type { Reason } from '../answering/question/answer.ts';
import { shorten } from '../text/layout/printable.ts';
import type { Texts } from './kit/texts.ts';

/** The longest English words have about 45 letters, German ones hardly more. */
const MAX_WORD_CHARS = 50;
const MAX_LONG_FORM_CHARS = 150;

/** Describes the reason of an outcome, as the end of a sentence. It quotes the question: escape it. */
export function describeReason(
  reason: Reason,
  { reasons, quoting }: Pick<Texts, 'reasons' | 'quoting'>,
): string {
  switch (reason.kind) {
    case 'not-mentioned':
    case 'partly-said':
      return reasons[reason.kind]({ words: quoteWords(reason.words, quoting) });
    case 'no-such-detail':
      return reasons['no-such-detail'][reason.asksFor];
    case 'not-spelt-out': {
      const short = quoting.quoted({ text: shorten(reason.short, MAX_WORD_CHARS) });
      const long = quoting.quoted({ text: shorten(reason.long, MAX_LONG_FORM_CHARS) });
      return reasons['not-spelt-out']({ short, long });
    }
    default:
      return reasons[reason.kind];
  }
}

/** Quotes at most three words and cuts long ones, so that a hostile question does not fill the screen. */
export function quoteWords(words: readonly string[], quoting: Texts['quoting']): string {
  const [first = '', second, third, ...others] = words.map((word) =>
    quoting.quoted({ text: shorten(word, MAX_WORD_CHARS) }),
  );
  if (second === undefined) return first;
  if (third === undefined) return quoting.two({ first, second });
  return (others.length === 0 ? quoting.three : quoting.more)({ first, second, third });
}
