import type { FlatReader, FlatWriter } from '../flat/flat-buffer.ts';
import type { TermLists } from './term-lists.ts';

type PostingArrays = Pick<Postings, 'starts' | 'documents' | 'counts'>;

/** The postings of each term: the documents that hold it, in ascending order, and how often each does. Immutable. */
export class Postings {
  /** The postings of term `t` are those from `starts[t]` up to `starts[t + 1]`. */
  readonly starts: Uint32Array;
  /** The document of each posting, ascending within a term. */
  readonly documents: Uint32Array;
  /** How often that document holds the term, at least 1. */
  readonly counts: Uint32Array;

  private constructor({ starts, documents, counts }: PostingArrays) {
    this.starts = starts;
    this.documents = documents;
    this.counts = counts;
  }

  static read(from: FlatReader, at: string): Postings {
    return new Postings({
      starts: from.readUint32(`${at}/starts`),
      documents: from.readUint32(`${at}/documents`),
      counts: from.readUint32(`${at}/counts`),
    });
  }

  /** @param lists the terms of each document, repeated as often as they occur; documents may be empty */
  static build(lists: TermLists, termCount: number): Postings {
    const starts = countPostings(lists, termCount);
    const documents = new Uint32Array(starts[termCount] ?? 0);
    const counts = new Uint32Array(documents.length);
    const next = starts.slice(0, termCount);
    for (let document = 0; document < lists.count; document++)
      for (const term of lists.read(document)) {
        const index = next[term] ?? 0;
        const last = index - 1;
        if (index > (starts[term] ?? 0) && documents[last] === document) {
          counts[last] = (counts[last] ?? 0) + 1;
          continue;
        }
        documents[index] = document;
        counts[index] = 1;
        next[term] = index + 1;
      }
    return new Postings({ starts, documents, counts });
  }

  write(to: FlatWriter, at: string): void {
    to.add(`${at}/starts`, this.starts);
    to.add(`${at}/documents`, this.documents);
    to.add(`${at}/counts`, this.counts);
  }

  /** Counts the documents that hold `term`. */
  countDocuments(term: number): number {
    return (this.starts[term + 1] ?? 0) - (this.starts[term] ?? 0);
  }

  /** Returns whether a document from `from` on, before `to`, holds `term`. */
  holdsWithin(term: number, from: number, to: number): boolean {
    let low = this.starts[term] ?? 0;
    let high = this.starts[term + 1] ?? 0;
    const end = high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.documents[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    return low < end && (this.documents[low] ?? to) < to;
  }
}

/** Computes where the postings of each term start, if they are laid end to end. The result has one entry more than there are terms. */
function countPostings(documents: TermLists, termCount: number): Uint32Array {
  const starts = new Uint32Array(termCount + 1);
  /** The last document that holds each term, counted from 1. */
  const seen = new Uint32Array(termCount);
  for (let document = 0; document < documents.count; document++)
    for (const term of documents.read(document)) {
      if (seen[term] === document + 1) continue;
      seen[term] = document + 1;
      starts[term + 1] = (starts[term + 1] ?? 0) + 1;
    }
  for (let term = 0; term < termCount; term++)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  return starts;
}
