import { findNames } from '../question/spans.ts';
import type { Exchange } from './exchange.ts';
import { isTime, type Phrase } from './phrases.ts';
import { isPossessive } from './word-classes.ts';

/** The last question with what it names. */
export interface LastQuestion {
  readonly exchange: Exchange;
  readonly phrases: readonly Phrase[];
  /** Of the article that answered it. */
  readonly title: string;
}

/** Longer answers are no names of anything. */
const MAX_ANSWER_WORDS = 5;
/** Each is tried, which takes as long as a question. */
const MAX_MEANINGS = 3;

/** What a folded pronoun may stand for after the last question, as it can be put in its place; the likeliest first, perhaps nothing. */
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
      return findPlace(last);
    default:
      return findSingularNouns(last);
  }
}

/** Who was asked for, or is named in what was quoted. */
function findPerson({ exchange, title }: LastQuestion): readonly string[] {
  const { words, fact } = exchange;
  const answered = words === null ? [] : listNames(words);
  const quoted = listNames(fact.text).filter((name) => !title.includes(name));
  return [...answered.filter(isFullName), ...quoted.filter(isFullName), ...answered].slice(0, 1);
}

/** A name at the start counts as well: “Maria Telling has been …”. */
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

/** All but times: “on Sundays” is when, not what. */
function listThings(last: LastQuestion): readonly Phrase[] {
  return last.phrases.filter((phrase) => !isTime(slicePhrase(phrase, last)));
}

function isSubject({ role }: Phrase): boolean {
  return role === 'subject';
}

/** Those that the first test holds for, then those of the second… */
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

function findPlace(last: LastQuestion): readonly string[] {
  const [answered] = /\bwhere\b/i.test(last.exchange.question) ? findAnswerName(last.exchange) : [];
  if (answered !== undefined) return [`in ${answered}`];
  const place = last.phrases.find(({ preposition }) => ['in', 'at'].includes(preposition?.folded ?? ''));
  const named = place === undefined ? findSingularNouns(last)[0] : slicePhrase(place, last);
  return named === undefined ? [] : [`${place?.preposition?.folded ?? 'at'} ${named}`];
}

/** The short answer where it is a name. */
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
