import type { ByteVector, Encoders, ReadText } from '../../encoders/encoders.ts';
import { shuffle } from '../../kit/shuffle.ts';
import type { Article, Fact } from '../../knowledge/article/article.ts';
import type { FactBase } from '../../search/fact-base.ts';
import type { Candidate } from '../../search/index/candidate.ts';
import { VectorIndex } from '../../search/index/vector-index.ts';
import type { Segment } from '../../search/segment.ts';
import { isQuestion } from '../../text/words/questions.ts';

/** The vectors of a base's facts, with the encoders that made them. */
export interface FactVectors {
  readonly encoders: Encoders;
  /** The vectors of the facts of this base, in their order. */
  readonly index: VectorIndex;
}

/** How many facts are embedded between two reports. */
const FACTS_AT_A_TIME = 32;

export interface EmbedOptions {
  /** Receives how many facts have vectors, from time to time. */
  readonly onProgress?: (doneCount: number) => void;
  /**
   * Returns a number from 0 to below 1, for a random order: processes that share a file of vectors seldom compute the same ones at once, and find
   * there what the others have computed. The facts are embedded in their order unless given.
   */
  readonly random?: () => number;
}

/** Embeds the facts of a segment. Takes about 10 ms for each fact whose vector is not stored. */
export async function embedSegment(
  segment: Segment,
  encoders: Encoders,
  { onProgress = () => {}, random }: EmbedOptions = {},
): Promise<VectorIndex> {
  const { factCount } = segment;
  const batches = Array.from({ length: Math.ceil(factCount / FACTS_AT_A_TIME) }, (_, batch) => batch);
  const vectors = batches.map((): readonly ByteVector[] => []);
  let doneCount = 0;
  for (const batch of random === undefined ? batches : shuffle(batches, random)) {
    const embedded = await encoders.embedFacts(listReadTexts(segment, batch * FACTS_AT_A_TIME));
    vectors[batch] = embedded;
    doneCount += embedded.length;
    onProgress(doneCount);
  }
  return new VectorIndex(vectors.flat());
}

/** Lists what the encoders read of one batch of facts. */
function listReadTexts(segment: Segment, from: number): readonly ReadText[] {
  const count = Math.min(FACTS_AT_A_TIME, segment.factCount - from);
  return Array.from({ length: count }, (_, offset) => {
    const index = from + offset;
    const [fact, article] = [segment.findFactAt(index), segment.findArticleOf(index)];
    if (fact === undefined || article === undefined) throw new RangeError(`no fact ${index}`);
    return toReadText(segment, { fact, article, index });
  });
}

/** Embeds the facts of a base. */
export async function embedBase({ segments }: FactBase, encoders: Encoders): Promise<FactVectors> {
  const indexes: VectorIndex[] = [];
  for (const segment of segments) indexes.push(await embedSegment(segment, encoders));
  return { encoders, index: VectorIndex.join(indexes) };
}

/** How many characters of each part are read: enough to tell what it is about, and quick to read. */
const MAX_TITLE_CHARS = 80;
const MAX_HEADING_CHARS = 80;
const MAX_BEFORE_CHARS = 160;
/** More than the encoders take, but a limit on the size of cached texts. */
const MAX_TEXT_CHARS = 2_000;
/** The innermost headings tell most. */
const MAX_HEADINGS = 3;

/** Converts a fact of a base or segment to what the encoders read. */
export function toReadText(
  base: Pick<FactBase, 'findFactAt'>,
  { fact, article, index }: Pick<Candidate, 'fact' | 'article' | 'index'>,
): ReadText {
  return {
    ...readSurroundings(article, fact, base.findFactAt(index - 1)),
    text: fact.text.slice(0, MAX_TEXT_CHARS),
  };
}

/** Converts a fact to what the encoders read below another heading than those of its article. */
export function toReadTextBelow(heading: string, { text }: Pick<Fact, 'text'>): ReadText {
  return { topic: heading.slice(0, MAX_BEFORE_CHARS), before: '', text: text.slice(0, MAX_TEXT_CHARS) };
}

/** Collects the text that is read with a fact of `article`, which follows `previous`. */
function readSurroundings(article: Article, fact: Fact, previous: Fact | undefined): Omit<ReadText, 'text'> {
  const { title, paragraphs } = article;
  const paragraph = paragraphs[fact.paragraph - 1];
  const headings = fact.headings.filter((heading) => heading !== title).slice(-MAX_HEADINGS);
  const topic = [
    title.slice(0, MAX_TITLE_CHARS),
    ...headings.map((heading) => heading.slice(0, MAX_HEADING_CHARS)),
  ];
  return { topic: topic.join(' > '), before: readTextBefore(paragraph?.lead ?? null, fact, previous) };
}

/** Returns whether a sentence such as “Opening hours:”, in a paragraph of its own, introduces a fact. */
function introduces(before: Fact | undefined, { paragraph }: Fact, lead: string | null): boolean {
  return before?.paragraph === paragraph - 1 && lead === null && before.text.endsWith(':');
}

function readTextBefore(lead: string | null, fact: Fact, previous: Fact | undefined): string {
  const before = previous?.path === fact.path ? previous : undefined;
  const isNear =
    before?.paragraph === fact.paragraph || isQuestion(before?.text ?? '') || introduces(before, fact, lead);
  const sentence = isNear ? (before?.text ?? '') : '';
  return [lead?.slice(0, MAX_BEFORE_CHARS) ?? '', sentence.slice(-MAX_BEFORE_CHARS)]
    .filter((text) => text !== '')
    .join(' ');
}
