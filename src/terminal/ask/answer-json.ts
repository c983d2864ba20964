import { type Passage, toPassageText } from '../../answering/passage/passage.ts';
import type { Answer } from '../../answering/question/answer.ts';
import type { Match } from '../../search/index/candidate.ts';
import type { AskReply } from '../../serving/asking/ask.ts';
import { describeReason, listSectionNames } from '../../wording/answer-words.ts';
import { english } from '../../wording/kit/english.ts';
import { toJsonLine } from '../terminal.ts';

/** Converts an answer to one line of `ask --json`: no line break inside, keys in a fixed order. `question` is returned unchanged. */
export function toAnswerJson(question: string, answer: AskReply, tookMs: number): string {
  return toJsonLine({
    question,
    outcome: answer.outcome,
    confidence: round(answer.confidence),
    reason: `${answer.reason.kind}: ${describeReason(answer.reason, english)}`,
    quote: answer.passage && passageToJson(answer.passage),
    answer: shortAnswerToJson(answer),
    matches: answer.matches.map(matchToJson),
    didYouMean: [...(answer.readAs === null ? [] : [answer.readAs]), ...nearestNames(answer)],
    tookMs: round(tookMs),
  });
}

/** Lists the headings of the near passages, each once; the title where there is no heading. */
function nearestNames({ nearest }: Answer): readonly string[] {
  return [...new Set(nearest.map((match) => listSectionNames(match).at(-1) ?? ''))];
}

function passageToJson({ kind, article, headings, lines, factIds, left }: Passage): unknown {
  const { text, answer } = toPassageText(lines);
  const { path, title, url, published } = article;
  return { kind, text, path, title, headings, url, published, truncated: left > 0, facts: factIds, answer };
}

function shortAnswerToJson({ shortAnswer, matches }: Answer): unknown {
  const fact = matches[0]?.fact;
  if (shortAnswer === null || fact === undefined) return null;
  return { text: fact.text.slice(shortAnswer.start, shortAnswer.end), ...shortAnswer };
}

function matchToJson({ score, fact, article }: Match): unknown {
  return {
    score: round(score),
    fact: {
      id: fact.id,
      text: fact.text,
      path: fact.path,
      title: article.title,
      url: article.url,
      heading: fact.headings.length === 0 ? null : fact.headings.join(' › '),
      paragraph: fact.paragraph,
      sentence: fact.sentence,
      start: fact.start,
      end: fact.end,
    },
  };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
