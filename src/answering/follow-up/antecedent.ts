import { findNames } from '../question/spans.ts';
import type { Exchange } from './exchange.ts';
import { isTime, type Phrase } from './phrases.ts';
import { isPossessive } from './word-classes.ts';

/** The last question, with the phrases that it names. */
export interface LastQuestion {
  readonly exchange: Exchange;
  readonly phrases: readonly Phrase[];
  /** The title of the article that answered it. */
  readonly title: string;
}

/** A longer answer is no name. */
const MAX_ANSWER_WORDS = 5;
/** Each of them is tried, which takes as long as a question. */
const MAX_MEANINGS = 3;

/**
 * Finds what a folded pronoun may stand for after the last question, worded to replace it. The likeliest comes first; there may be none.
 */
export function findAntecedents(pronoun: string, last: LastQuestion): readonly string[] {
  const named = findNouns(pronoun, last).map((meant) =>
    meant.replace(/^(?:an?|every|each) /i, 'the ').replace(/^The /, 'the '),
  );
  const distinct = [...new Set(named)].slice(0, MAX_MEANINGS);
  return isPossessive(pronoun)
    ? distinct.map((noun) => `${noun}${noun.endsWith('s') ? '’' : '’s'}`)
    : distinct;
}

function findNouns(pronoun: string, last: LastQuestion): readonly string[] {
  switch (pronoun) {
    case 'he':
    case 'him':
    case 'his':
    case 'she':
    case 'her':
    case 'hers':
      return findPerson(last);
    case 'they':
    case 'them':
    case 'their':
    case 'theirs':
    case 'these':
    case 'those':
      return findPluralNouns(last);
    case 'there':
      return findLocations(last);
    default:
      return findSingularNouns(last);
  }
}

/** Finds the person who was asked for, or whom the quoted fact names. */
function findPerson({ exchange, title }: LastQuestion): readonly string[] {
  const { words, fact } = exchange;
  const answered = words === null ? [] : listNames(words);
  const quoted = listNames(fact.text).filter((name) => !title.includes(name));
  return [...answered.filter(isFullName), ...quoted.filter(isFullName), ...answered].slice(0, 1);
}

/** Lists names, including one at the start: “Maria Telling has been …”. */
function listNames(text: string): readonly string[] {
  const whole = /^\p{Lu}[\p{L}’'-]+$/u.test(text) ? [text] : [];
  return [...whole, ...findNames(text).map(({ start, end }) => text.slice(start, end))];
}

function isFullName(name: string): boolean {
  return /^\p{Lu}\S* (?:\S+ )?\p{Lu}/u.test(name);
}

function findPluralNouns(last: LastQuestion): readonly string[] {
  const many = listThings(last).filter(({ isPlural }) => isPlural);
  const ordered = sortByTests(many, [isSubject, ({ role }) => role === 'asked', () => true]);
  return [...ordered.map((phrase) => slicePhrase(phrase, last)), ...findSubject(last)];
}

function findSingularNouns(last: LastQuestion): readonly string[] {
  const { exchange } = last;
  const single = listThings(last).filter(
    (phrase) => !phrase.isPlural && !isOfSomeone(phrase, exchange.question),
  );
  const ordered = sortByTests(single, [
    isSubject,
    ({ role, preposition }) => role === 'other' && preposition === null,
    ({ role, preposition }) => role === 'other' && preposition?.folded === 'of',
    ({ role }) => role === 'other',
  ]).map((phrase) => slicePhrase(phrase, last));
  return [...ordered, ...findAnswerName(exchange), ...(ordered.length === 0 ? findSubject(last) : [])];
}

/** Lists all phrases except times: “on Sundays” tells when, not what. */
function listThings(last: LastQuestion): readonly Phrase[] {
  return last.phrases.filter((phrase) => !isTime(slicePhrase(phrase, last)));
}

function isSubject({ role }: Phrase): boolean {
  return role === 'subject';
}

/** Sorts phrases by the first test that holds for them, and drops those for which none does. */
function sortByTests(
  phrases: readonly Phrase[],
  tests: readonly ((phrase: Phrase) => boolean)[],
): readonly Phrase[] {
  return [...new Set(tests.flatMap((test) => phrases.filter(test)))];
}

/** “Who is the head of the CCD?”: its head is a person, the CCD is not. */
function isOfSomeone({ role }: Phrase, question: string): boolean {
  return role === 'subject' && /^\W*who(?:m|se)?\b.{0,4}\b(?:is|are|was|were|s)\b/i.test(question);
}

function findLocations(last: LastQuestion): readonly string[] {
  const [answered] = /\bwhere\b/i.test(last.exchange.question) ? findAnswerName(last.exchange) : [];
  if (answered !== undefined) return [`in ${answered}`];
  const phrase = last.phrases.find(({ preposition }) => ['in', 'at'].includes(preposition?.folded ?? ''));
  const named = phrase === undefined ? findSingularNouns(last)[0] : slicePhrase(phrase, last);
  return named === undefined ? [] : [`${phrase?.preposition?.folded ?? 'at'} ${named}`];
}

/** Returns the short answer if it is a name. */
function findAnswerName({ words }: Exchange): readonly string[] {
  if (words === null || words.split(' ').length > MAX_ANSWER_WORDS || isTime(words)) return [];
  return /^(?:(?:the|a|an) )?\p{Lu}/u.test(words) ? [words] : [];
}

function findSubject(last: LastQuestion): readonly string[] {
  const [best] = sortByTests(listThings(last), [isSubject, ({ role }) => role === 'other']);
  return [best === undefined ? last.title : slicePhrase(best, last)];
}

function slicePhrase({ start, end }: Phrase, { exchange }: LastQuestion): string {
  return exchange.question.slice(start, end);
}
