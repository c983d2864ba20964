import type { Answer } from '../answering/answer.ts';
import type { Fact } from '../knowledge/article.ts';
import type { Match } from '../search/candidate.ts';
import { printable } from '../text/printable.ts';
import { confidenceInWords, placeInWords } from '../wording/answer-words.ts';
import { datesInWords } from '../wording/dates.ts';
import { english } from '../wording/english.ts';
import { type Screen, wrap } from './screen.ts';

/** How many further matches are shown under an answer. */
const MAX_OTHERS = 3;
const INVITATION = 'Ask me something about the articles; “npm run articles” lists them.';

/** An answer as a person reads it in a terminal; several lines, no line break at the end. */
export function renderAnswer(screen: Screen, answer: Answer): string {
  const best = answer.matches[0];
  if (answer.outcome === 'unknown' || best === undefined) return renderUnknown(screen, answer);
  return [
    ...readAsLine(screen, answer),
    ...headline(screen, answer, best),
    quote(screen, answer, best),
    '',
    source(screen, best),
    wrap(screen, `Confidence: ${printable(confidenceInWords(answer, english))}.`, 2),
    ...suggested(screen, answer),
    ...others(screen, answer),
  ].join('\n');
}

function renderUnknown(screen: Screen, answer: Answer): string {
  const { colours } = screen;
  if (answer.reason.kind === 'small-talk') {
    return wrap(screen, `Hello! ${INVITATION}`);
  }
  if (answer.reason.kind === 'no-question') {
    return wrap(screen, `${capitalised(explainReasonSafely(answer))}. ${INVITATION}`);
  }
  return [
    wrap(
      screen,
      `${colours.yellow(colours.bold('I don’t know.'))} ${capitalised(explainReasonSafely(answer))}.`,
    ),
    ...suggested(screen, answer),
    '',
    wrap(screen, colours.dim('Try the words that the articles use; “npm run articles” lists them.')),
  ].join('\n');
}

/** The short answer on a line of its own; for `unsure`, that this is only the closest passage. */
function headline(screen: Screen, answer: Answer, best: Match): readonly string[] {
  const { colours } = screen;
  const lines: string[] = [];
  if (answer.outcome === 'unsure') {
    lines.push(wrap(screen, colours.yellow('I am not sure. The closest passage I have:')), '');
  }
  if (answer.shortAnswer !== null && answer.outcome === 'answered') {
    const { start, end } = answer.shortAnswer;
    lines.push(wrap(screen, colours.bold(colours.green(printable(best.fact.text.slice(start, end))))), '');
  }
  return lines;
}

function quote(screen: Screen, { shortAnswer, outcome }: Answer, { fact }: Match): string {
  const { colours } = screen;
  const span = outcome === 'answered' ? shortAnswer : null;
  const text =
    span === null
      ? printable(fact.text)
      : printable(fact.text.slice(0, span.start)) +
        colours.bold(colours.green(printable(fact.text.slice(span.start, span.end)))) +
        printable(fact.text.slice(span.end));
  return wrap(screen, `“${text}”`, 2);
}

function source(screen: Screen, { fact, article }: Match): string {
  const { colours } = screen;
  const details = [
    placeLine(fact),
    article.publisher ?? '',
    datesInWords(article, english),
    article.url ?? '',
  ];
  return [
    wrap(screen, colours.bold(printable(article.title)), 2),
    ...details
      .filter((detail) => detail !== '')
      .map((detail) => wrap(screen, colours.dim(printable(detail)), 2)),
  ].join('\n');
}

/** How a misspelt question was understood, before what came of it. */
function readAsLine(screen: Screen, { readAs }: Answer): readonly string[] {
  return readAs === null ? [] : [wrap(screen, screen.colours.dim(`I read it as: ${printable(readAs)}`)), ''];
}

function suggested(screen: Screen, { suggestions }: Answer): readonly string[] {
  if (suggestions.length === 0) return [];
  const lines = suggestions.map((question) => bullet(screen, printable(question)));
  return ['', wrap(screen, 'You can ask:'), ...lines];
}

/** Those that fit about as well, then the others. */
function others(screen: Screen, { matches, rivals }: Answer): readonly string[] {
  const rivalling = new Set(rivals.map(({ fact }) => fact.id));
  const next = matches.slice(1, 1 + MAX_OTHERS).filter(({ fact }) => !rivalling.has(fact.id));
  return [
    ...matchList(screen, 'These fit about as well:', rivals),
    ...matchList(screen, 'Other close matches:', next),
  ];
}

function matchList(screen: Screen, heading: string, matches: readonly Match[]): readonly string[] {
  if (matches.length === 0) return [];
  const { colours } = screen;
  const lines = matches.flatMap(({ fact }) => [
    bullet(screen, `“${printable(fact.text)}”`),
    wrap(screen, colours.dim(placeLine(fact)), 4),
  ]);
  return ['', wrap(screen, heading), ...lines];
}

/** A list entry whose further lines stand below its first word. */
function bullet(screen: Screen, text: string): string {
  return `  •${wrap(screen, text, 4).slice(3)}`;
}

function placeLine(fact: Fact): string {
  const { within, sentence } = placeInWords(fact, english);
  return printable(`${within} › ${sentence}`);
}

function explainReasonSafely({ reason }: Answer): string {
  return printable(english.reason(reason));
}

function capitalised(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
