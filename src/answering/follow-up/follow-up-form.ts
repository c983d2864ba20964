import { isSlip } from '../../text/words/slips.ts';
import type { Word } from '../../text/words/words.ts';
import { isSmallTalk } from '../question/small-talk.ts';
import { findOpenPronoun } from './pronouns.ts';
import { classifyWord } from './word-classes.ts';

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
  const about = opening >= 0 && ABOUT.test(joinWords(words.slice(opening))) ? 2 : 0;
  const rest = stripEnding(words.slice(opening + about));
  if (opening < 0 || rest.length === 0) return null;
  const isIntroduced = opening + about > 0;
  const text = joinWords(mendSaid(rest));
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
  return words.map((word, place) =>
    place === 1 && words[0]?.folded === 'who' && isSlip(word.folded, 'said')
      ? { ...word, folded: 'said' }
      : word,
  );
}

/** Tells whether words name something and ask nothing. Unless “and” or “what about” introduces them, they must begin with “in”, “for”… */
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

function joinWords(words: readonly Word[]): string {
  return words.map(({ folded }) => folded).join(' ');
}
