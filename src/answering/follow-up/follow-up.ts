import type { Article, Fact } from '../../knowledge/article/article.ts';
import type { FactBase } from '../../search/fact-base.ts';
import { findEndWithout } from '../../text/layout/ends.ts';
import { shorten } from '../../text/layout/shorten.ts';
import { splitWords, type Word } from '../../text/words/words.ts';
import { correctedText, type Question, questionOf, readQuestion } from '../question/question.ts';
import type { LastQuestion } from './antecedent.ts';
import { antecedentsOf } from './antecedent.ts';
import { askAnew } from './asked-anew.ts';
import type { Exchange, FollowUp, Reading } from './exchange.ts';
import { exchangePhrase } from './exchanged-phrase.ts';
import { type Leaning, readLeaning } from './leaning.ts';
import { readPhrases } from './phrases.ts';
import { spelt } from './spelling.ts';

/** A quote in “Who said: “…”?” is there to be recognised. */
const MAX_QUOTE_CHARS = 120;
/** So much of a paragraph is read on each side of a sentence: a text file may be one paragraph. */
const AROUND_CHARS = 2_000;

interface Context {
  /** What was asked and answered before. */
  readonly last: Exchange;
}

/**
 * What `text` asks where it leans on the last exchange; null where it stands by itself, or the article that answered is gone. After
 * something that was not answered, only a text that says nothing by itself (“when?”, “and in Germany?”) leans on what was before.
 */
export function readFollowUp(base: FactBase, text: string, { last }: Context): FollowUp | null {
  const asked = withoutTypos(base, text);
  const leaning = readLeaning(asked.words, (word) => isWrittenAsName(asked.text, word));
  const article = base.articles.find(({ path }) => path === last.fact.path);
  if (leaning === null || article === undefined) return null;
  if (!last.isLatest && (leaning.kind === 'pronoun' || leaning.kind === 'continuation')) return null;
  if (leaning.kind === 'pronoun' && isElsewhere(base, asked, last.fact)) return null;
  const said = ` ${[article.title, last.fact.text, textAround(article, last.fact)].map(foldedText).join(' . ')} `;
  const phrases = readPhrases(last.question, { isSaid: (phrase) => said.includes(` ${phrase} `) });
  const before: LastQuestion = { exchange: last, phrases, title: article.title };
  return followUpFor(leaning, {
    text: spelt(asked.text, (word) => base.spellingOf(word, article)),
    typed: questionOf(text),
    before,
  });
}

/** What its paragraph says before and behind a sentence. */
function textAround({ paragraphs }: Article, { paragraph, start, end }: Fact): string {
  const text = paragraphs[paragraph - 1]?.text ?? '';
  return text.slice(Math.max(0, start - AROUND_CHARS), end + AROUND_CHARS);
}

/**
 * Whether most of the words are none of the article's: “When did they stop making jello pudding pops?” means no one in particular.
 * One or two words tell nothing.
 */
function isElsewhere(base: FactBase, { terms }: Question, { path }: Fact): boolean {
  const said = base.countSaid(
    path,
    terms.map((term) => term.stem),
  );
  return terms.length > 2 && said * 2 < terms.length;
}

interface Leant {
  /** As it came, white space folded. */
  readonly typed: string;
  /** The same without typos, spelt as the article spells it. */
  readonly text: string;
  readonly before: LastQuestion;
}

function followUpFor(leaning: Leaning, leant: Leant): FollowUp {
  const { exchange } = leant.before;
  switch (leaning.kind) {
    case 'speaker': {
      const asked = `Who said: “${toldIn(exchange.fact.text)}”?`;
      return followUp({ understoodAs: asked, asked, question: exchange.question }, { kind: 'speaker' });
    }
    case 'question-word': {
      const { clean, rough } = askAnew(leaning.words, exchange.question);
      return followUp(clean === null ? beside(leant, rough) : inFull(clean), { isBare: true });
    }
    case 'phrase':
      return withPhrase(leaning.words, leant);
    case 'pronoun':
      return withoutPronoun(leaning, leant);
    case 'continuation': {
      const whole = inFull(leant.text.slice(leaning.words[0]?.start ?? 0));
      return followUp({ ...whole, understoodAs: null }, {});
    }
  }
}

function withPhrase(words: readonly Word[], leant: Leant): FollowUp {
  const { before, text } = leant;
  const exchanged = sliced(text, words);
  const question = exchangePhrase({ words, text: exchanged }, before);
  const rough = `${exchanged} ${before.exchange.question}`;
  return followUp(question === null ? beside(leant, rough) : inFull(question), { exchanged });
}

/** A reading for each thing that the pronoun may stand for. */
function withoutPronoun(
  { words, pronoun }: Extract<Leaning, { readonly kind: 'pronoun' }>,
  leant: Leant,
): FollowUp {
  const { before, text } = leant;
  const [start, typed] = [words[0]?.start ?? 0, sliced(text, words)];
  const [first, ...more] = antecedentsOf(pronoun.folded, before).map((meant) =>
    inFull(text.slice(start, pronoun.start) + meant + text.slice(pronoun.end)),
  );
  if (first === undefined) return followUp(beside(leant, `${typed} ${before.exchange.question}`), {});
  return { ...followUp(first, {}), readings: [first, ...more] };
}

function followUp(reading: Reading, rest: Partial<Omit<FollowUp, 'readings'>>): FollowUp {
  return { kind: 'question', exchanged: '', isBare: false, ...rest, readings: [reading] };
}

function inFull(words: string): Reading {
  const question = asSentence(words);
  return { understoodAs: question, asked: question, question };
}

/** Both texts, where they make no sentence. */
function beside({ typed, before }: Leant, rough: string): Reading {
  const { question } = before.exchange;
  return { understoodAs: `${typed} — ${question}`, asked: rough, question };
}

/** What was quoted, short enough to be recognised, without marks that end within. */
function toldIn(fact: string): string {
  return shorten(fact.replace(/[“”"]/g, '').replace(/\s+/g, ' '), MAX_QUOTE_CHARS);
}

function asSentence(words: string): string {
  const text = words
    .slice(0, findEndWithout(words, /[\s?.!]/))
    .trimStart()
    .replace(/\bi\b/g, 'I');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}?`;
}

/** Reads the question with the words that it was meant to have. */
function withoutTypos(base: FactBase, text: string): Question {
  const typed = readQuestion(base, text);
  const corrected = correctedText(typed);
  return corrected === null ? typed : readQuestion(base, corrected);
}

function isWrittenAsName(text: string, { start }: Word): boolean {
  return /^\p{Lu}/u.test(text.slice(start));
}

function sliced(text: string, words: readonly Word[]): string {
  return text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
}

function foldedText(text: string): string {
  return splitWords(text)
    .map(({ folded }) => folded)
    .join(' ');
}
