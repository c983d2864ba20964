import type { Article, Fact } from '../../knowledge/article/article.ts';
import { isFunctionWord } from '../../text/words/word-lists.ts';
import { findWords, foldWord } from '../../text/words/words.ts';
import { pickItem, pickNumber, type Random } from '../kit/random.ts';

export const QUESTION_KINDS = ['plain', 'misspelt', 'long', 'foreign'] as const;

/** `long`: about fifty words, half of them function words. `foreign`: in words that no fact holds. */
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface BenchQuestion {
  readonly kind: QuestionKind;
  readonly text: string;
}

const OPENINGS = ['what is', 'who has', 'when did', 'where was', 'how many', 'which are', 'why does'];
const LINKS = ['the', 'of the', 'in', 'and', 'for the', 'with', 'to'];
/** English words that no made-up fact holds. */
const FOREIGN_WORDS =
  `bitcoin volcano guitar pancake umbrella dolphin galaxy keyboard chocolate passport wizard
  penguin bicycle thunderstorm violin vaccine pyramid cucumber airport mosquito lighthouse orchestra goalkeeper
  avocado submarine microscope`.split(/\s+/);
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const MISSPELT_SHARE = 0.5;

/**
 * Makes up `count` questions on the facts of `articles`, of which there must be one. The kinds alternate, so that the mix is the same however many of
 * them are asked.
 */
export function generateQuestions(
  articles: readonly Article[],
  count: number,
  random: Random,
): readonly BenchQuestion[] {
  const facts = articles.flatMap((article) => article.facts);
  return Array.from({ length: count }, (_, index) => {
    const kind = QUESTION_KINDS[index % QUESTION_KINDS.length] ?? 'plain';
    return { kind, text: makeQuestion(kind, facts, random) };
  });
}

function makeQuestion(kind: QuestionKind, facts: readonly Fact[], random: Random): string {
  switch (kind) {
    case 'plain':
      return phrase(pickContentWords(facts, random), random);
    case 'misspelt':
      return phrase(misspellSome(pickContentWords(facts, random), random), random);
    case 'long': {
      const told = Array.from({ length: 3 }, () =>
        pickItem(random, facts).text.toLowerCase().replace('.', ''),
      );
      return `${phrase(pickContentWords(facts, random), random).replace('?', '')} ${told.join(' and ')}?`;
    }
    case 'foreign':
      return phrase(
        Array.from({ length: 3 }, () => pickItem(random, FOREIGN_WORDS)),
        random,
      );
  }
}

/** Picks three to five content words of one fact in their order, as a hurried member types them. */
function pickContentWords(facts: readonly Fact[], random: Random): readonly string[] {
  const { text } = pickItem(random, facts);
  const words = findWords(text).map(({ start, end }) => foldWord(text.slice(start, end)));
  const content = words.filter((word) => !isFunctionWord(word));
  const wanted = pickNumber(random, 3, 5);
  const from = pickNumber(random, 0, Math.max(0, content.length - wanted));
  return content.slice(from, from + wanted);
}

function phrase(words: readonly string[], random: Random): string {
  return `${[pickItem(random, OPENINGS), ...words.flatMap((word) => [pickItem(random, LINKS), word])].join(' ')}?`;
}

/** Misspells the longest word, and half of the others. */
function misspellSome(words: readonly string[], random: Random): readonly string[] {
  const longest = Math.max(...words.map((word) => word.length));
  return words.map((word) =>
    word.length === longest || random() < MISSPELT_SHARE ? misspell(word, random) : word,
  );
}

/** Omits, doubles or replaces one letter, or swaps it with the next; never the first. */
function misspell(word: string, random: Random): string {
  if (word.length < 3) return word;
  const at = pickNumber(random, 1, word.length - 2);
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const typos = [
    before + after,
    before + letter + letter + after,
    before + pickItem(random, LETTERS.replace(letter, '').split('')) + after,
    before + after.charAt(0) + letter + after.slice(1),
  ];
  // Swapping two equal letters changes nothing.
  return pickItem(
    random,
    typos.filter((typo) => typo !== word),
  );
}
