import { createHash } from 'node:crypto';
import { splitSentences, toOneSentence } from '../../text/sentences/sentences.ts';
import type { Fact, Paragraph } from './article.ts';

/** Splits the paragraphs of the article at `path` into facts, in reading order. */
export function splitIntoFacts(path: string, paragraphs: readonly Paragraph[]): readonly Fact[] {
  const nextId = createIdGenerator(path);
  return paragraphs.flatMap(({ kind, text, headings }, index) => {
    // Cells and lines of code are not sentences.
    const sentences = kind === 'text' || kind === 'item' ? splitSentences(text) : toOneSentence(text);
    return sentences.map(({ start, end }, sentenceIndex) => {
      const quote = text.slice(start, end);
      const at = { paragraph: index + 1, sentence: sentenceIndex + 1, start, end };
      return { id: nextId(quote), path, text: quote, headings, ...at };
    });
  });
}

/**
 * Returns a function that makes the id of a fact from the path, the wording and, for repeated wording, its occurrence
 * number. A fact therefore keeps its id when it moves, or when paragraphs are inserted before it. An id has 72 bits:
 * among a million facts, the chance of a collision is about 1 in 10,000,000,000.
 */
function createIdGenerator(path: string): (text: string) => string {
  const occurrences = new Map<string, number>();
  return (text) => {
    const occurrence = (occurrences.get(text) ?? 0) + 1;
    occurrences.set(text, occurrence);
    const key = JSON.stringify([path, text, occurrence]);
    return createHash('sha256').update(key).digest('base64url').slice(0, 12);
  };
}
