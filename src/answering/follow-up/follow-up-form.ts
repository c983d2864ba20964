import { isSmallTalk } from '../../text/words/filler-phrases.ts';
import { isSlip } from '../../text/words/slips.ts';
import { joinFolded, type Word } from '../../text/words/words.ts';
import { classifyWord, isPossessive } from './word-classes.ts';

/** Pronouns of the asker, which may precede what the question is about: “how do I install it”. */
const ASKERS: ReadonlySet<string> = new Set(['i', 'you', 'u', 'we', 'one', 'people', 'someone', 'anyone']);
/** “How long does it take to …”, “is it true that …”: such an “it” stands for what follows. */
const STANDS_FOR_WHAT_FOLLOWS = /^it\b.*\b(?:to|that|when|if|whether|like)\b/;
/** “Which university has its origins in …”, “is it the first …”: the antecedent is in the question. */
const STANDS_FOR_WHAT_IS_ASKED =
  /^(?:who|what|which)\b.* (?:has|have|had) (?:its|their|his|her)\b|^(?:is|was|are|were) (?:it|they|he|she) (?:the|an?)\b/;
/** Patterns of what may precede a pronoun, by the classes of the words; q: question word, a: auxiliary, c: content… */
const BEFORE: readonly RegExp[] = [
  // “when was it”, “in what year did they”, “how many employees does it”, “is it”.
  /^p?(?:q[csm]{0,4})?a$/,
  // “who founded it”, “who plays for them”, “how many countries use it”.
  /^q(?:m?c{1,2})?[cs]{1,2}p?$/,
  // “who is behind it”, “who was responsible for it”, “what is known about them”.
  /^qa[cs]?p$/,
  // “how long can I keep them”, “can you go into it”.
  /^p?(?:q[csm]{0,3})?ai[cs]{1,2}p?$/,
];
/** After the first pattern, anything may follow the pronoun; after the others, nothing that it may belong to. */
const ANYTHING_BEHIND = BEFORE[0];

/**
 * Finds the pronoun of a question that stands for something said before. Returns null if there is none, or if its antecedent may be in
 * the question.
 */
export function findOpenPronoun(words: readonly Word[], isName: (word: Word) => boolean): Word | null {
  const index = words.findIndex((_, at) => isPronounAt(words, at));
  const word = words[index];
  if (word === undefined) return null;
  const [before, behind] = [words.slice(0, index), words.slice(index + 1)];
  // “I” is always written with a capital, like a name.
  if (before.some((each, at) => at > 0 && !ASKERS.has(each.folded) && isName(each))) return null;
  if (STANDS_FOR_WHAT_FOLLOWS.test(joinFolded([word, ...behind]))) return null;
  if (STANDS_FOR_WHAT_IS_ASKED.test(joinFolded(words))) return null;
  if (before.length === 0) return isPossessive(word.folded) && behind.length <= 3 ? word : null;
  const fits = BEFORE.find((pattern) => pattern.test(before.map(toClassLetter).join('')));
  if (fits === undefined) return null;
  return fits === ANYTHING_BEHIND || endsThere(behind) ? word : null;
}

function isPronounAt(words: readonly Word[], at: number): boolean {
  const word = words[at]?.folded ?? '';
  switch (classifyWord(word)) {
    case 'pronoun':
      return true;
    case 'pointer':
      // “Who founded that?”, but “who said that he …”, “when was that agreement …”.
      return at === words.length - 1;
    case 'place':
      return word === 'there' && at === words.length - 1 && toClassLetter(words[at - 1]) !== 'a';
    default:
      return false;
  }
}

/** Returns whether the clause ends at the pronoun: “who founded it in 1904”, but not “who sings it’s a hard life”. */
function endsThere(behind: readonly Word[]): boolean {
  const next = behind[0];
  return next === undefined || ['preposition', 'time', 'place'].includes(classifyWord(next.folded));
}

function toClassLetter(word: Word | undefined): string {
  if (word === undefined) return '';
  if (ASKERS.has(word.folded)) return 'i';
  if (/^(?:many|much|long|often|far)$/.test(word.folded)) return 'm';
  switch (classifyWord(word.folded)) {
    case 'question':
      return 'q';
    case 'auxiliary':
      return 'a';
    case 'preposition':
      return 'p';
    case 'content':
      return 'c';
    case 'small':
      return 's';
    default:
      return '-';
  }
}

/** How a text refers to the question before it. The words are those that matter, in their order. */
export type FollowUpForm =
  /** “Who said that?” */
  | { readonly kind: 'speaker' }
  /** “When?”, “by whom?”, “how many?” */
  | { readonly kind: 'question-word'; readonly words: readonly Word[] }
  /** “And in Germany?”, “what about the CCD?” */
  | { readonly kind: 'phrase'; readonly words: readonly Word[] }
  /** “How many employees does it have?” */
  | { readonly kind: 'pronoun'; readonly words: readonly Word[]; readonly pronoun: Word }
  /** “And who is the director?”: complete, but worded as a continuation. */
  | { readonly kind: 'continuation'; readonly words: readonly Word[] };

const OPENINGS: ReadonlySet<string> = new Set('and but or so ok okay also plus then'.split(' '));
const ABOUT = /^(?:what|how) about\b|^what of\b/;
/** Words that may end a text without changing it: “when exactly?”, “and in Germany then?” */
const ENDINGS: ReadonlySet<string> = new Set('then though instead too exactly precisely'.split(' '));

const SAID =
  '(?:said|says|say|told|stated|claimed|claims|mentioned|stressed|noted|announced|thinks?|believes?)';
const THAT = '(?:that|this|it|so|these|those)';
const SPEAKER = new RegExp(
  [
    `who ${SAID}(?: (?:us|you))? ${THAT}(?: words)?`,
    `who ${SAID}|says who|according to whom?|who is quoted`,
    `whose (?:words?|quotes?|opinion) (?:is|are|was|were) ${THAT}`,
  ]
    .map((pattern) => `^(?:${pattern})$`)
    .join('|'),
);

const DETAIL = [
  'when|where|why|who|whom|how|which',
  'how (?:many|much|long|often|far|old|big|tall|high|large|deep|fast|heavy|wide|come)',
  '(?:what|which) (?:year|date|day|month|time|place|country|city|town|reason|number|ones?)',
].join('|');
const QUESTION_WORD = new RegExp(
  [
    `(?:(?:by|since|until|till|from|for|in|at|on|to|with|of|about|after|before) )?(?:${DETAIL})(?: not)?`,
    'how (?:many|much) (?:of (?:them|those|these)|(?:are|were) there)',
    '(?:when|where|why|how) (?:is|was|are|were|did|does|has) (?:that|this)(?: (?:happen|happening|so|done|held|take place))?',
    'who (?:did|does) (?:that|this|it)',
  ]
    .map((pattern) => `^(?:${pattern})$`)
    .join('|'),
);

/** A phrase of more words says more than can be exchanged. */
const MAX_PHRASE_WORDS = 6;
const MAX_BARE_PHRASE_WORDS = 4;
/** A longer text names its subject. */
const MAX_WORDS = 24;

/** Reads how `words` refer to the question before them. Returns null if they stand by themselves. */
export function readFollowUpForm(
  words: readonly Word[],
  isName: (word: Word) => boolean,
): FollowUpForm | null {
  if (words.length > MAX_WORDS || isSmallTalk(words)) return null;
  const opening = words.findIndex(({ folded }) => !OPENINGS.has(folded));
  const about = opening >= 0 && ABOUT.test(joinFolded(words.slice(opening))) ? 2 : 0;
  const rest = stripEnding(words.slice(opening + about));
  if (opening < 0 || rest.length === 0) return null;
  const isIntroduced = opening + about > 0;
  const text = joinFolded(mendSaid(rest));
  if (SPEAKER.test(text)) return { kind: 'speaker' };
  if (QUESTION_WORD.test(text)) return { kind: 'question-word', words: rest };
  const pronoun = findOpenPronoun(rest, isName);
  if (pronoun !== null) return { kind: 'pronoun', words: rest, pronoun };
  if (isPhrase(rest, isIntroduced)) return { kind: 'phrase', words: rest };
  return isIntroduced && about === 0 && asks(rest) ? { kind: 'continuation', words: rest } : null;
}

function stripEnding(words: readonly Word[]): readonly Word[] {
  const last = words.at(-1);
  return words.length > 1 && last !== undefined && ENDINGS.has(last.folded) ? words.slice(0, -1) : words;
}

/** Corrects “who siad that”. */
function mendSaid(words: readonly Word[]): readonly Word[] {
  return words.map((word, index) =>
    index === 1 && words[0]?.folded === 'who' && isSlip(word.folded, 'said')
      ? { ...word, folded: 'said' }
      : word,
  );
}

/** Returns whether words name something and ask nothing. Unless “and” or “what about” introduces them, they must begin with “in”, “for”… */
function isPhrase(words: readonly Word[], isIntroduced: boolean): boolean {
  const classes = words.map(({ folded }) => classifyWord(folded));
  if (!isIntroduced && (classes[0] !== 'preposition' || words.length > MAX_BARE_PHRASE_WORDS)) return false;
  if (words.length > MAX_PHRASE_WORDS || !classes.some((each) => each === 'content' || each === 'time'))
    return false;
  return !classes.some((each) => ['question', 'auxiliary', 'pronoun', 'pointer'].includes(each));
}

function asks(words: readonly Word[]): boolean {
  return ['question', 'auxiliary'].includes(classifyWord(words[0]?.folded ?? ''));
}
