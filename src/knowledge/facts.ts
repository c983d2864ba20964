import { createHash } from 'node:crypto';
import { splitSentences, wholeAsSentence } from '../text/sentences.ts';
import type { Fact, Paragraph } from './article.ts';

/** A paragraph before it is divided into facts. */
export interface Block extends Paragraph {
  /** A table row or a code block: cells and lines of code are no sentences. */
  readonly isOneFact: boolean;
}

interface PlacedFacts {
  readonly paragraphs: readonly Paragraph[];
  readonly facts: readonly Fact[];
}

/** Numbers the paragraphs of the article at `path` and divides them into facts, both in reading order. */
export function placeFacts(path: string, blocks: readonly Block[]): PlacedFacts {
  const paragraphs: Paragraph[] = [];
  const facts: Fact[] = [];
  const nextId = factIds(path);
  for (const { text, headings, lead, isOneFact } of blocks) {
    paragraphs.push({ text, headings, lead });
    const sentences = isOneFact ? wholeAsSentence(text) : splitSentences(text);
    for (const [index, { start, end }] of sentences.entries()) {
      const quote = text.slice(start, end);
      const place = { paragraph: paragraphs.length, sentence: index + 1, start, end };
      facts.push({ id: nextId(quote), path, text: quote, headings, ...place });
    }
  }
  return { paragraphs, facts };
}

/**
 * Ids out of path, wording and, for a wording that the article repeats, its how-many-eth occurrence: a fact keeps
 * its id when paragraphs are put before it or it moves. 72 bits: with a million facts the chance that any two
 * meet is about 1 in 10,000,000,000.
 */
function factIds(path: string): (text: string) => string {
  const occurrences = new Map<string, number>();
  return (text) => {
    const occurrence = (occurrences.get(text) ?? 0) + 1;
    occurrences.set(text, occurrence);
    const key = JSON.stringify([path, text, occurrence]);
    return createHash('sha256').update(key).digest('base64url').slice(0, 12);
  };
}
