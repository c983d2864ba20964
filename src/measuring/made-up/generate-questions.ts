import type { Article, Fact } from '../../knowledge/article/article.ts';
import { isFunctionWord } from '../../text/words/function-words.ts';
import { findWords, foldWord } from '../../text/words/words.ts';
import { between, pick, type Random } from '../kit/random.ts';

export const QUESTION_KINDS = ['plain', 'misspelt', 'long', 'foreign'] as const;

/** `long`: of some fifty words, half of them common; `foreign`: in words that no fact holds. */
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface BenchQuestion {
  readonly kind: QuestionKind;
  readonly text: string;
}

const OPENINGS = ['what is', 'who has', 'when did', 'where was', 'how many', 'which are', 'why does'];
const LINKS = ['the', 'of the', 'in', 'and', 'for the', 'with', 'to'];
/** English, which the made-up facts are not written in. */
const FOREIGN_WORDS =
  `bitcoin volcano guitar pancake umbrella dolphin galaxy keyboard chocolate passport wizard
  penguin bicycle thunderstorm violin vaccine pyramid cucumber airport mosquito lighthouse orchestra goalkeeper
  avocado submarine microscope`.split(/\s+/);
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const MISSPELT_SHARE = 0.5;

/**
 * `count` questions on the facts of `articles`, of which there must be one, in turn of each kind: however few of
 * the first ones are asked, the mix stays.
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
      return phrase(tellingWords(facts, random), random);
    case 'misspelt':
      return phrase(misspellSome(tellingWords(facts, random), random), random);
    case 'long': {
      const told = Array.from({ length: 3 }, () => pick(random, facts).text.toLowerCase().replace('.', ''));
      return `${phrase(tellingWords(facts, random), random).replace('?', '')} ${told.join(' and ')}?`;
    }
    case 'foreign':
      return phrase(
        Array.from({ length: 3 }, () => pick(random, FOREIGN_WORDS)),
        random,
      );
  }
}

/** Three to five content words of one fact, in their order, as a hurried member types them. */
function tellingWords(facts: readonly Fact[], random: Random): readonly string[] {
  const { text } = pick(random, facts);
  const words = findWords(text).map(({ start, end }) => foldWord(text.slice(start, end)));
  const content = words.filter((word) => !isFunctionWord(word));
  const wanted = between(random, 3, 5);
  const from = between(random, 0, Math.max(0, content.length - wanted));
  return content.slice(from, from + wanted);
}

function phrase(words: readonly string[], random: Random): string {
  return `${[pick(random, OPENINGS), ...words.flatMap((word) => [pick(random, LINKS), word])].join(' ')}?`;
}

/** The longest word always, half of the others too. */
function misspellSome(words: readonly string[], random: Random): readonly string[] {
  const longest = Math.max(...words.map((word) => word.length));
  return words.map((word) =>
    word.length === longest || random() < MISSPELT_SHARE ? misspell(word, random) : word,
  );
}

/** With one letter left out, doubled, mistaken or swapped with the next; the first one is kept. */
function misspell(word: string, random: Random): string {
  if (word.length < 3) return word;
  const at = between(random, 1, word.length - 2);
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const slips = [
    before + after,
    before + letter + letter + after,
    before + pick(random, LETTERS.replace(letter, '').split('')) + after,
    before + after.charAt(0) + letter + after.slice(1),
  ];
  // Two equal letters that are swapped are no slip.
  return pick(
    random,
    slips.filter((slip) => slip !== word),
  );
}
