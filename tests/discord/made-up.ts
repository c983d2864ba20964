import fc from 'fast-check';
import type { Passage, PassageLine } from '../../src/answering/passage/passage.ts';
import type { Reason } from '../../src/answering/question/answer.ts';
import { type Article, type Fact, NO_METADATA } from '../../src/knowledge/article/article.ts';
import type { Match } from '../../src/search/index/candidate.ts';
import type { AskReply } from '../../src/serving/asking/ask.ts';
import type { FoundPassage } from '../../src/serving/asking/found-passages.ts';

export const READ_AT = new Date('2024-05-01T10:00:00Z');

function madeUpFact(fact: Partial<Fact> = {}): Fact {
  const text = fact.text ?? 'The tower was built in 1900.';
  const place = { paragraph: 1, sentence: 1, start: 0, end: text.length };
  return { id: 'abcdefghijkl', path: 'tower.md', headings: [], ...place, ...fact, text };
}

function madeUpArticle(article: Partial<Article> = {}): Article {
  return {
    path: 'tower.md',
    title: 'The tower',
    ...NO_METADATA,
    paragraphs: [],
    facts: [],
    ...article,
  };
}

export function madeUpMatch(article: Partial<Article>, fact: Partial<Fact>): Match {
  return {
    article: madeUpArticle(article),
    fact: madeUpFact(fact),
    score: 1,
  };
}

export interface MadeUpReply extends Partial<AskReply> {
  readonly article?: Partial<Article>;
  readonly fact?: Partial<Fact>;
}

/** The passage that shows a fact alone. */
export function madeUpPassage(
  { article, fact }: Match,
  { answer = null, ...differing }: Partial<Passage> & { readonly answer?: PassageLine['answer'] } = {},
): Passage {
  return {
    kind: 'sentence',
    article,
    headings: fact.headings,
    lines: [madeUpLine(fact.text, { answer })],
    factIds: [fact.id],
    left: 0,
    picture: null,
    ...differing,
  };
}

export function madeUpLine(text: string, differing: Partial<PassageLine> = {}): PassageLine {
  return { kind: 'text', marker: '', text, links: [], answer: null, ...differing };
}

/** What was found beside it. */
export function madeUpFound(match: Match): FoundPassage {
  return { fact: match.fact, passage: madeUpPassage(match), words: { lead: '', text: match.fact.text } };
}

/** A reply that is answered by “The tower was built in **1900**.”, apart from what is given. */
export function madeUpReply({ article = {}, fact = {}, ...reply }: MadeUpReply = {}): AskReply {
  const match = madeUpMatch(article, fact);
  const shortAnswer = reply.shortAnswer === undefined ? { start: 23, end: 27 } : reply.shortAnswer;
  const isKnown = reply.outcome !== 'unknown';
  const passage = isKnown ? madeUpPassage(match, { answer: shortAnswer }) : null;
  return {
    question: 'When was the tower built?',
    outcome: 'answered',
    confidence: 0.9,
    reason: { kind: 'said' },
    shortAnswer,
    guess: { start: 23, end: 27 },
    matches: [match],
    passage,
    found: [madeUpFound(match)],
    readAs: null,
    rivals: [],
    nearest: [],
    refreshedAt: READ_AT,
    understoodAs: null,
    conversation: null,
    ...reply,
  };
}

/** Text that is out to format, mention, link or steer, up to `maxChars` long. */
export function hostile(maxChars: number): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    '*',
    '**',
    '||',
    '`',
    '```',
    '_',
    '@everyone ',
    '<@1>',
    '<t:1>',
    '[x](https://evil.example)',
    'https://a.example/b ',
    'https://a.example/(b)',
    ':smile:',
    '# ',
    '> ',
    '1. ',
    'tower ',
    '\n',
    '\u001b[2J',
    '\u202e',
    '👩‍👩‍👧‍👦',
    'é',
  );
  const mixed = fc.array(piece, { minLength: 1, maxLength: maxChars }).map((pieces) => pieces.join(''));
  const same = piece.map((text) => text.repeat(maxChars));
  return fc.oneof(mixed, same).map(
    (text) =>
      `t${Array.from(text.slice(0, maxChars - 1))
        .filter(isWhole)
        .join('')}`,
  );
}

function isWhole(sign: string): boolean {
  return !/\p{Cs}/u.test(sign);
}

export const REASONS: readonly Reason[] = [
  { kind: 'no-question' },
  { kind: 'small-talk' },
  { kind: 'not-mentioned', words: ['*'.repeat(4000), '@everyone', '||'.repeat(2000), 'd'] },
  { kind: 'nothing-close' },
  { kind: 'partly-said', words: ['`'.repeat(6000)] },
  { kind: 'no-such-detail', asksFor: 'person' },
  { kind: 'not-spelt-out', short: '|'.repeat(4000), long: '*'.repeat(4000) },
  { kind: 'taught' },
  { kind: 'said' },
];
