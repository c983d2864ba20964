import { joinFolded, type Word } from '../../text/words/words.ts';

/** The kind of answer that a question asks for. A text that is no question, such as a few keywords, is a `statement`. */
export type AnswerType = (typeof ASKED_FOR)[number];

/** The kinds of answers that the words of a sentence can show: dates, numbers… */
export type Detail = (typeof DETAILS)[number];

const DETAILS = ['date', 'number', 'amount', 'person', 'place'] as const;

const ASKED_FOR = [...DETAILS, 'abbreviation', 'things', 'reason', 'manner', 'yes-no', 'statement'] as const;

export function isDetail(asksFor: AnswerType): asksFor is Detail {
  return DETAILS.some((detail) => detail === asksFor);
}

const AUXILIARY =
  '(?:(?:is|are|was|were|do|does|did|has|have|had|could|would|should|might|must)(?:nt)?|am|can|cant|cannot|will|wont|shall|may|aint)';
const IS_AUXILIARY = new RegExp(`^${AUXILIARY}$`);

/** Returns whether a folded word is a verb that can begin a yes-no question, such as “is”, “does” or “can”, with or without “not”. */
export function isAuxiliary(folded: string): boolean {
  return IS_AUXILIARY.test(folded);
}

/** Tested in this order on the folded words, joined by spaces. The first pattern that matches decides. */
const TYPE_PATTERNS: readonly (readonly [RegExp, AnswerType])[] = [
  [/\bstands? for\b|\bshort for\b|\babbreviat/, 'abbreviation'],
  [/\bhow (?:much|long|far|tall|old|big|high|fast|deep|heavy|large|wide)\b/, 'amount'],
  [/\b(?:what|which) (?:percent|share|size|price|cost|age)/, 'amount'],
  [/\bhow (?:many|often)\b|\b(?:what|which) number\b|^number of\b/, 'number'],
  [/\bwhen\b|\b(?:what|which) (?:year|date|day|month|time|century|decade|season)\b/, 'date'],
  [/\bwho(?:m|se)?\b/, 'person'],
  [
    /\bwhere\b|\b(?:what|which) (?:countr(?:y|ies)|cit(?:y|ies)|towns?|places?|states?|regions?|locations?|continents?)\b/,
    'place',
  ],
  [/\bwhy\b|\bwhat (?:reason|caused?)\b/, 'reason'],
  [/\bhow\b/, 'manner'],
  [/\bwhat\b|\bwhich\b|^(?:list|name)\b/, 'things'],
];

/** Phrases before the question proper: “hi, do you know …”, “can you please tell me …”, “I wonder …”. */
const OPENING = new RegExp(
  `^(?:(?:${[
    'so|and|but|well|hey|hi|hello|ok|okay|please|sorry|now|then|also|actually',
    '(?:do|does|did) (?:you|u|we|any(?:one|body)|some(?:one|body)) (?:happen to )?know',
    '(?:can|could|would|will) (?:you|u|any(?:one|body)|some(?:one|body)) (?:please )?(?:tell|show)(?: (?:me|us))?',
    '(?:tell|show) (?:me|us)',
    'i (?:would |also )?(?:want|like|need) to know',
    'i (?:am |was )?wonder(?:ing)?',
  ].join('|')}) )+`,
);
const QUESTION_WORD = /\b(?:who(?:m|se)?|what|which|when|where|why|how)\b/;
const TELLS = /\b(?:know|tell|say|look|find|figure|explain|remember|mention|state)\b/;
/** Does not match “May 2008”, nor “was was the plan”, a typo of “what was”. */
const YES_NO = new RegExp(`^${AUXILIARY}\\b(?! (?:\\d|${AUXILIARY}\\b))`);
const WHETHER = /^(?:if|whether)\b/;
/** “… isn’t it”, “… are there”, “… right”. */
const TAG = new RegExp(`\\S \\S+ (?:${AUXILIARY} (?:i|you|he|she|it|we|they|there)|right|correct)$`);

/** Reads the answer type from the folded words of a question; `statement` if there are no words. */
export function readAnswerType(words: readonly Word[]): AnswerType {
  const joined = joinFolded(words);
  const proper = joined.replace(OPENING, '');
  if (YES_NO.test(proper) && !asksWithin(proper)) return 'yes-no';
  // Without an opening, “if” begins a condition: “If it rains, where …”.
  if (proper !== joined && WHETHER.test(proper)) return 'yes-no';
  if (TAG.test(proper) && !QUESTION_WORD.test(proper)) return 'yes-no';
  return TYPE_PATTERNS.find(([pattern]) => pattern.test(proper))?.[1] ?? 'statement';
}

/** Returns whether a question word inside asks: “Does the article say when …” asks when, “Is it safe when …” does not. */
function asksWithin(proper: string): boolean {
  const telling = proper.search(TELLS);
  return telling >= 0 && QUESTION_WORD.test(proper.slice(telling));
}
