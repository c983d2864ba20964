import type { Article, Paragraph } from '../../knowledge/article/article.ts';
import { isQuestion } from '../../text/words/questions.ts';
import { type TermLists, TermListsBuilder } from '../terms/term-lists.ts';
import type { LexiconBuilder } from '../words/lexicon.ts';
import type { ParagraphTerms, SharedPart } from './paragraph-index.ts';

/** The terms of everything that is ranked, and how the three levels are connected. */
export interface Documents {
  readonly facts: TermLists;
  /** All paragraphs of all articles, each with its headings and its lead. */
  readonly paragraphs: ParagraphTerms;
  /** The title and aliases of each article. */
  readonly titles: TermLists;
  /** The number of each fact's paragraph. */
  readonly paragraphOf: Uint32Array;
  /** The number of each fact's article. */
  readonly articleOf: Uint32Array;
}

/** Reads all articles into `lexicon`, which is complete afterwards. Reads each text once, but questions twice. */
export function readDocuments(articles: readonly Article[], lexicon: LexiconBuilder): Documents {
  const facts = new TermListsBuilder();
  const own = new TermListsBuilder();
  const titles = new TermListsBuilder();
  const above = new SharedParts((text) => lexicon.read(text));
  const paragraphOf: number[] = [];
  const articleOf: number[] = [];
  for (const [number, article] of articles.entries()) {
    // The text above a paragraph is read first. Of a word's forms, the lexicon keeps the first one read.
    const questions = article.paragraphs.map((paragraph, index) => {
      above.add(paragraph);
      return lexicon.read(readQuestionText(article.paragraphs[index - 1]));
    });
    let fact = 0;
    for (const [index, question] of questions.entries()) {
      const parts = [question];
      for (; article.facts[fact]?.paragraph === index + 1; fact++) {
        const terms = lexicon.readSentence(article.facts[fact]?.text ?? '');
        facts.add([terms]);
        parts.push(terms);
        paragraphOf.push(own.count);
        articleOf.push(number);
      }
      own.add(parts);
    }
    above.endArticle();
    titles.add(collectSubjectTexts(article).map((text) => lexicon.read(text)));
  }
  return {
    facts: facts.build(),
    paragraphs: { own: own.build(), ...above.build() },
    titles: titles.build(),
    paragraphOf: Uint32Array.from(paragraphOf),
    articleOf: Uint32Array.from(articleOf),
  };
}

/** Collects the texts that are read again with each paragraph of an article: its headings, its lead, and a question just before it. */
export function collectSurroundingTexts({ paragraphs }: Article, index: number): readonly string[] {
  const { headings = [], lead = null } = paragraphs[index] ?? {};
  return [...headings, lead ?? '', readQuestionText(paragraphs[index - 1])];
}

/** Returns the text of a paragraph that asks, as in a list of questions and answers: it tells what the next one is about. */
function readQuestionText(paragraph: Paragraph | undefined): string {
  return paragraph !== undefined && isQuestion(paragraph.text) ? paragraph.text : '';
}

/** Collects the texts that tell what an article as a whole is about. */
export function collectSubjectTexts({ title, aliases }: Article): readonly string[] {
  return [title, ...aliases.flatMap(({ short, long }) => [short, long])];
}

type OpenPart = Omit<SharedPart, 'to'>;

/**
 * Collects the headings and leads above the paragraphs of articles, one paragraph after the other. Each comes once, however much is below
 * it.
 */
export class SharedParts {
  readonly #read: (text: string) => readonly number[];
  readonly #parts: (SharedPart | OpenPart)[] = [];
  readonly #partOf: number[] = [];
  /** The texts above the last paragraph, outermost first, with the numbers of their parts. */
  #open: readonly { readonly text: string; readonly kind: 'heading' | 'lead'; readonly part: number }[] = [];

  /** @param read returns the terms of a text */
  constructor(read: (text: string) => readonly number[]) {
    this.#read = read;
  }

  /** Adds the next paragraph. */
  add({ headings, lead }: Pick<Paragraph, 'headings' | 'lead'>): void {
    const above = [
      ...headings.map((text) => ({ text, kind: 'heading' as const })),
      ...(lead === null ? [] : [{ text: lead, kind: 'lead' as const }]),
    ];
    let same = 0;
    while (same < above.length && this.#isOpen(same, above[same])) same++;
    this.#closeFrom(same);
    for (const each of above.slice(same)) {
      const outer = this.#open.at(-1)?.part ?? -1;
      const part = this.#parts.push({ terms: this.#read(each.text), from: this.#partOf.length, outer }) - 1;
      this.#open = [...this.#open, { ...each, part }];
    }
    this.#partOf.push(this.#open.at(-1)?.part ?? -1);
  }

  /** Ends an article: the text above the next paragraph starts new parts. */
  endArticle(): void {
    this.#closeFrom(0);
  }

  build(): { readonly parts: readonly SharedPart[]; readonly partOf: Int32Array } {
    this.#closeFrom(0);
    const to = this.#partOf.length;
    return { parts: this.#parts.map((part) => ({ to, ...part })), partOf: Int32Array.from(this.#partOf) };
  }

  #isOpen(depth: number, above: { readonly text: string; readonly kind: string } | undefined): boolean {
    const open = this.#open[depth];
    return open !== undefined && open.kind === above?.kind && open.text === above.text;
  }

  #closeFrom(depth: number): void {
    for (const { part } of this.#open.slice(depth)) {
      const open = this.#parts[part];
      if (open !== undefined) this.#parts[part] = { ...open, to: this.#partOf.length };
    }
    this.#open = this.#open.slice(0, depth);
  }
}
