import type { Fact } from '../../knowledge/article/article.ts';
import type { Span } from '../../text/sentences/sentences.ts';
import { findEndWithout } from '../../text/words/questions.ts';
import { findNames } from '../question/spans.ts';

/** The person who said something, and the fact that names the person. */
export interface Speaker {
  readonly fact: Fact;
  /** The span within that fact. */
  readonly span: Span;
}

/** How many sentences back a speaker may be. A text file may be one paragraph of a hundred thousand sentences. */
const MAX_BEFORE = 50;
const SAYING =
  /(?<![\p{L}’'])(?:said|says|told|stressed|noted|added|explained|announced|stated|declared|claimed|emphasi[sz]ed|warned|argued|admitted|reported|wrote|remarked|commented|pointed out|believes|thinks)(?![\p{L}])/gu;
const ACCORDING = /\baccording to ([^,.;:–“”"]+)/iu;
const PRONOUN = /^(?:he|she|they|it|who)$/i;
const QUOTED = /“[^”]*(?:”|$)|^[^“]*”|"[^"]*"/gu;

/**
 * Finds who said what `fact`, one of `facts`, quotes: the speaker in the sentence itself, or else, for a quotation, the one named before
 * or after it in the paragraph. Returns null if nobody is named.
 */
export function findSpeaker(fact: Fact, facts: readonly Fact[]): Speaker | null {
  const paragraph = facts.filter((each) => each.path === fact.path && each.paragraph === fact.paragraph);
  const at = paragraph.indexOf(fact);
  const before = paragraph.slice(Math.max(0, at - MAX_BEFORE), Math.max(0, at)).toReversed();
  const told = /[“”"]/.test(fact.text) || isWithinQuote(before.toReversed());
  const own = readSpeaker(fact);
  if (own !== null && own !== 'pronoun') return own;
  if (!told && own === null) return null;
  const around = own === 'pronoun' ? before : [...before, ...paragraph.slice(at + 1, at + 2)];
  return around.map(readSpeaker).find((each) => each !== null && each !== 'pronoun') ?? null;
}

/** Returns whether these sentences leave a quotation open. */
function isWithinQuote(before: readonly Fact[]): boolean {
  const text = before.map((each) => each.text).join(' ');
  return text.lastIndexOf('“') > text.lastIndexOf('”');
}

/** Reads who speaks in a sentence; `pronoun` if it is “he” or “she”, or null if nobody speaks. */
function readSpeaker(fact: Fact): Speaker | 'pronoun' | null {
  const { text } = fact;
  const according = ACCORDING.exec(text);
  const name = according?.[1]?.trimEnd();
  if (according !== null && name !== undefined) {
    const start = according.index + according[0].length - (according[1]?.length ?? 0);
    return PRONOUN.test(name) ? 'pronoun' : { fact, span: { start, end: start + name.length } };
  }
  // The replacement has the same length, so that places stay.
  const spoken = text.replace(QUOTED, (quote) => `“${' '.repeat(Math.max(0, quote.length - 2))}”`);
  for (const { index, 0: verb } of spoken.matchAll(SAYING)) {
    const found = findBesideVerb(spoken, { start: index, end: index + verb.length });
    if (found === 'pronoun') return found;
    if (found !== null) return { fact, span: found };
  }
  return null;
}

function findBesideVerb(text: string, verb: Span): Span | 'pronoun' | null {
  const clause = findEndWithout(text.slice(0, verb.start), /[^“”";:]/);
  const before = trimName(text, { start: clause, end: verb.start });
  if (before.end > before.start) {
    if (PRONOUN.test(text.slice(before.start, before.end).split(' ').at(-1) ?? '')) return 'pronoun';
    // “It is said that …” names nobody.
    const named = text.slice(before.start, before.end);
    return /\p{Lu}/u.test(named) && !/\b(?:is|are|was|were|be|been)$/.test(named) ? before : null;
  }
  const behind = findNames(text).find(({ start }) => start >= verb.end && start <= verb.end + 2);
  if (behind !== undefined) return trimName(text, behind);
  return /^ (?:he|she|they)\b/.test(text.slice(verb.end)) ? 'pronoun' : null;
}

/** Trims what only joins or ends: blanks, commas, dashes and a full stop, “has” and “also”. */
function trimName(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end);
  const from = start + (/^[\s,–-]*/.exec(part)?.[0].length ?? 0);
  return { start: from, end: Math.max(from, start + findEndOfName(part)) };
}

function findEndOfName(part: string): number {
  const end = findEndWithout(part, /[\s,.–-]/);
  const [small] = /\b(?:has|had|have|also|later|then)$/.exec(part.slice(0, end)) ?? [];
  return small === undefined ? end : findEndOfName(part.slice(0, end - small.length));
}
