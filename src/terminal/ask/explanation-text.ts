import type { ExplainedReply } from '../../serving/asking/explain.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { explanationInWords } from '../../wording/explanation-words.ts';
import { english } from '../../wording/kit/english.ts';
import { type Screen, wrapText } from '../screen.ts';

/** Renders how an answer was found; several lines, no line break at the end. */
export function renderExplanation(screen: Screen, { reply, explanation }: ExplainedReply): string {
  const { read, outcome, matches } = explanationInWords(reply, explanation, english);
  const { bold, dim } = screen.colours;
  const heading = (text: string): string => wrapText(screen, bold(text));
  const line = (text: string): string => wrapText(screen, toPrintable(text), 2);
  return [
    heading(english.explain.read),
    ...read.map(line),
    '',
    heading(english.explain.why),
    ...outcome.map(line),
    ...(matches.length === 0 ? [] : ['', heading(english.explain.matches)]),
    ...matches.flatMap(({ place, quote, why }) => [
      line(`“${quote}”`),
      wrapText(screen, dim(toPrintable(place)), 4),
      wrapText(screen, dim(toPrintable(why)), 4),
    ]),
  ].join('\n');
}
