import { isFunctionWord } from '../../text/words/word-lists.ts';
import { isAuxiliary } from '../question/answer-type.ts';

const toWordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const QUESTION_WORDS = toWordSet('who whom whose what which when where why how');
const DETERMINERS = toWordSet('the a an each every any some no all both most our my your');
const PREPOSITIONS = toWordSet(
  `in on at for from to of with by about into over under between after before since until till during against near behind
  within without through across around per inside outside beside`,
);
/** Words that stand for something said before; “that” and “there” do so only in some places. */
const PRONOUNS = toWordSet('it its they them their theirs he him his she her hers');
const POINTERS = toWordSet('that this these those');
const PLACE_ADVERBS = toWordSet('abroad overseas worldwide nationwide everywhere here there online');
const TIME_ADVERBS = toWordSet('today now currently yesterday tomorrow nowadays');
/** Verbs among the function words, which may follow “does”, “did” or “can”. */
const SMALL_VERBS = toWordSet('have get take make use happen go give mean stand say');
const IRREGULAR_PARTICIPLES = toWordSet(
  'built held made born won found sold run led kept lost left sent set cut paid shown known brought taught bought',
);
const IRREGULAR_PLURALS = toWordSet('people children men women police');

export type WordClass =
  | 'question'
  | 'auxiliary'
  | 'preposition'
  | 'determiner'
  | 'pronoun'
  | 'pointer'
  | 'place'
  | 'time'
  | 'small'
  | 'content';

const CLASSES: readonly (readonly [WordClass, (folded: string) => boolean])[] = [
  ['question', (word) => QUESTION_WORDS.has(word)],
  ['auxiliary', (word) => isAuxiliary(word) || word === 'be' || word === 'been'],
  ['place', (word) => PLACE_ADVERBS.has(word)],
  ['time', (word) => TIME_ADVERBS.has(word)],
  ['preposition', (word) => PREPOSITIONS.has(word)],
  ['determiner', (word) => DETERMINERS.has(word)],
  ['pronoun', (word) => PRONOUNS.has(word)],
  ['pointer', (word) => POINTERS.has(word)],
  ['small', isFunctionWord],
];

/** Returns the class of a folded English word in a question; `content` for every word that names something or says what is done. */
export function classifyWord(folded: string): WordClass {
  return CLASSES.find(([, holds]) => holds(folded))?.[0] ?? 'content';
}

/** Returns whether a verb in its plain form follows an auxiliary: “does”, “can”. */
export function wantsVerb(auxiliary: string): boolean {
  return /^(?:do|does|did|can|could|will|would|should|shall|may|might|must)/.test(auxiliary);
}

/** Returns whether a word is a plain verb that says little about the subject: “have”, “take”. */
export function isSmallVerb(folded: string): boolean {
  return SMALL_VERBS.has(folded);
}

/** Returns whether a word may be a past participle: “held”, “founded”. */
export function isParticiple(folded: string): boolean {
  return /.{2}(?:ed|en)$/.test(folded) || IRREGULAR_PARTICIPLES.has(folded);
}

export function isPlural(folded: string): boolean {
  return (/.s$/.test(folded) && !/(?:ss|us|is)$/.test(folded)) || IRREGULAR_PLURALS.has(folded);
}

export function isPossessive(folded: string): boolean {
  return /^(?:its|their|his)$/.test(folded);
}
