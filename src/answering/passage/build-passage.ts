import { type Article, toArticleInfo } from '../../knowledge/article/article.ts';
import { findBlock, MAX_PARAGRAPHS } from '../../knowledge/article/outline.ts';
import type { Candidate } from '../../search/index/candidate.ts';
import type { Span } from '../../text/sentences/sentences.ts';
import type { Answer } from '../question/answer.ts';
import type { AnswerType } from '../question/answer-type.ts';
import type { Question } from '../question/question.ts';
import { chooseExtents, isOrdered } from './choose-extent.ts';
import { countLeft, cutPieces } from './cut.ts';
import { buildLines } from './lines.ts';
import type { Passage, PassageKind } from './passage.ts';
import { findPieceFacts, type Piece, takeParagraph } from './pieces.ts';

/** Longer passages are cut: a phone shows about this much at once. */
const MAX_CHARS = 900;
/** Code and steps are of little use in part. */
const MAX_WHOLE_CHARS = 1500;

/** The fact that a passage is built around. */
interface PassageCore {
  readonly candidate: Pick<Candidate, 'fact' | 'article' | 'index'>;
  /** The short answer in the fact's text, or null for none. */
  readonly shortAnswer: Span | null;
  /** Other facts that answer about as well. Those in the same table are shown with it. */
  readonly rivals: readonly Pick<Candidate, 'fact' | 'article'>[];
}

/** Builds the passage of an answer to a question, or null if the outcome is `unknown`. */
export function buildAnswerPassage(question: Question, answer: Answer): Passage | null {
  const { base } = question;
  const { outcome, matches, rivals, shortAnswer } = answer;
  const [candidate, ...others] = [...matches.slice(0, 1), ...rivals].flatMap(
    ({ fact }) => base.findFact(fact.id) ?? [],
  );
  if (outcome === 'unknown' || candidate === undefined) return null;
  return buildPassage(question, { candidate, shortAnswer, rivals: others });
}

/**
 * Builds the passage that answers a question with a fact: as much of the article as one needs to read. It always holds the fact. If that
 * is too long, the passage is the fact alone.
 */
export function buildPassage(question: Question, { candidate, shortAnswer, rivals }: PassageCore): Passage {
  const { fact, article } = candidate;
  const paragraphIndex = fact.paragraph - 1;
  const [first = [], ...others] = chooseExtents(question, candidate);
  const own = takeFact(candidate);
  const extents = [addRows(candidate, first, rivals), ...others, takeParagraph(article, paragraphIndex)];
  const cuts = extents.map((whole) => ({ whole, ...cutPieces(article, whole, chooseMaxChars(whole)) }));
  // Nothing shorter would hold the fact, however long it is.
  const lone = { whole: own, pieces: own, rest: [] };
  const { whole, pieces, rest } = cuts.find((cut) => holds(cut.pieces, candidate)) ?? lone;
  const answer = shortAnswer && {
    paragraphIndex,
    start: fact.start + shortAnswer.start,
    end: fact.start + shortAnswer.end,
  };
  return {
    kind: classifyPassage(candidate, whole),
    article: toArticleInfo(article),
    headings: pieces[0]?.paragraph.headings.slice(0, fact.headings.length) ?? fact.headings,
    lines: buildLines(article, pieces, answer),
    factIds: pieces.flatMap((piece) => listFactIds(article, piece)),
    left: countLeft(article, rest) + countHiddenItems(question, candidate, [...pieces, ...rest]),
    picture: pieces.flatMap(({ paragraph }) => paragraph.pictures)[0] ?? null,
  };
}

function listFactIds(article: Article, piece: Piece): readonly string[] {
  const { from, to } = findPieceFacts(article, piece);
  return article.facts.slice(from, to).map(({ id }) => id);
}

/** The questions that a whole list answers. */
const OF_LISTS: readonly AnswerType[] = ['things', 'manner'];

/**
 * Counts the items that are neither shown nor cut away, because all together are too long. Counts only if the question may ask for the
 * whole list.
 */
function countHiddenItems(
  { asksFor }: Question,
  { fact, article: { paragraphs } }: Pick<Candidate, 'fact' | 'article'>,
  told: readonly Piece[],
): number {
  if (paragraphs[fact.paragraph - 1]?.kind !== 'item' || !OF_LISTS.includes(asksFor)) return 0;
  const { from, to } = findBlock(paragraphs, fact.paragraph - 1);
  const items = paragraphs
    .slice(from, Math.min(to, from + MAX_PARAGRAPHS))
    .filter(({ depth, marker }) => depth === 1 && marker !== '');
  const isTold = new Set(told.map(({ paragraph }) => paragraph));
  return items.filter((item) => !isTold.has(item)).length;
}

function chooseMaxChars(pieces: readonly Piece[]): number {
  const isWhole = isOrdered(pieces) || pieces.some(({ paragraph }) => paragraph.kind === 'code');
  return isWhole ? MAX_WHOLE_CHARS : MAX_CHARS;
}

/** Adds the other rows of the table that answer as well, in their order. */
function addRows(
  { fact, article }: Pick<Candidate, 'fact' | 'article'>,
  pieces: readonly Piece[],
  rivals: PassageCore['rivals'],
): readonly Piece[] {
  const own = article.paragraphs[fact.paragraph - 1];
  if (own?.kind !== 'row' || pieces.length !== 1) return pieces;
  const rows = rivals.flatMap((other) => {
    const paragraph = article.paragraphs[other.fact.paragraph - 1];
    const isBeside = other.article === article && paragraph?.kind === 'row' && paragraph.block === own.block;
    return isBeside ? takeParagraph(article, other.fact.paragraph - 1) : [];
  });
  const byParagraph = new Map([...pieces, ...rows].map((piece) => [piece.paragraphIndex, piece]));
  return [...byParagraph.values()].toSorted((a, b) => a.paragraphIndex - b.paragraphIndex);
}

function takeFact({ fact, article }: Pick<Candidate, 'fact' | 'article'>): readonly Piece[] {
  const [piece] = takeParagraph(article, fact.paragraph - 1);
  return piece === undefined ? [] : [{ ...piece, start: fact.start, end: fact.end }];
}

function holds(pieces: readonly Piece[], { fact }: Pick<Candidate, 'fact'>): boolean {
  return pieces.some(
    ({ paragraphIndex, start, end }) =>
      paragraphIndex === fact.paragraph - 1 && start <= fact.start && fact.end <= end,
  );
}

function classifyPassage(
  { fact, article }: Pick<Candidate, 'fact' | 'article'>,
  pieces: readonly Piece[],
): PassageKind {
  const blocks = new Set(
    pieces.filter(({ paragraph }) => paragraph.kind !== 'text').map(({ paragraph }) => paragraph.block),
  );
  const texts = pieces.filter(({ paragraph }) => paragraph.kind === 'text');
  const kinds = new Set(pieces.map(({ paragraph }) => paragraph.kind));
  if (blocks.size > 1 || (blocks.size === 1 && texts.length > 1)) return 'section';
  if (kinds.has('item')) return isOrdered(pieces) ? 'steps' : 'list';
  if (kinds.has('code')) return 'code';
  if (kinds.has('row') || kinds.has('head')) return 'rows';
  if (texts.length > 1 && texts.some(({ paragraphIndex }) => paragraphIndex > fact.paragraph - 1))
    return 'section';
  const ranges = pieces.map((piece) => findPieceFacts(article, piece));
  return ranges.reduce((sum, { from, to }) => sum + to - from, 0) > 1 ? 'sentences' : 'sentence';
}
