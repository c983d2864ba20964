import type { Candidate } from '../../search/index/candidate.ts';
import type { Question } from '../question/question.ts';
import { measureAgreementAbove, SAME_FROM } from '../ranking/topic-agreement.ts';
import { type Extents, findExtents } from './extents.ts';
import { measureLength, type Piece } from './pieces.ts';

/*
 * The lengths up to which a part of an article is shown whole, in characters. Chosen on every eighth question of `natural-train` whose
 * passage is among the first five found (1,228). The mean F1 of the words shown against the words needed is 83.5 %, and 79.9 of 100
 * passages are whole.
 */
const SHORT_SECTION = 300;
/** The limit for a section whose heading says part of the question, and for one whose heading asks the same. */
const RELATED_SECTION = 500;
const ASKED_SECTION = 900;
const MIN_COVERAGE = 0.3;
const PARAGRAPH = 750;
const LIST = 450;
const TABLE = 100;
/** Steps are of no use in part. */
const STEPS = 1200;
/** The limit for a list in answer to a yes-no question, which one item settles. */
const POINTS = 200;

/**
 * Chooses how much of the article around a fact answers a question. The extents are in the order in which to try them, in case one is too
 * long.
 */
export function chooseExtents(
  question: Question,
  candidate: Pick<Candidate, 'fact' | 'article' | 'index'>,
): readonly (readonly Piece[])[] {
  const { fact, article } = candidate;
  const extents = findExtents(article, fact);
  const { least, block, section } = extents;
  if (measureLength(section) <= limitSection(question, candidate)) return [section, block, least];
  const kind = article.paragraphs[fact.paragraph - 1]?.kind;
  if (kind === 'head') return [block, least];
  return measureLength(block) <= limitBlock(question, extents, kind) ? [block, least] : [least];
}

function limitSection(question: Question, candidate: Pick<Candidate, 'fact' | 'article' | 'index'>): number {
  const { sameness, coverage } = measureAgreementAbove(question, candidate);
  if (sameness >= SAME_FROM) return ASKED_SECTION;
  // Even in a short table, a single row settles the question.
  if (candidate.article.paragraphs[candidate.fact.paragraph - 1]?.kind === 'row') return 0;
  return coverage >= MIN_COVERAGE ? RELATED_SECTION : SHORT_SECTION;
}

function limitBlock(question: Question, { block }: Extents, kind: string | undefined): number {
  switch (kind) {
    case 'text':
      return PARAGRAPH;
    case 'item':
      if (!isOrdered(block)) return question.asksFor === 'yes-no' ? POINTS : LIST;
      // A member who asks how to do something needs the steps from the first one on, as far as they fit.
      return question.asksFor === 'manner' ? Number.POSITIVE_INFINITY : STEPS;
    case 'row':
      return TABLE;
    default:
      return Number.POSITIVE_INFINITY;
  }
}

/** Tells whether the outermost list of a block is numbered. */
export function isOrdered(pieces: readonly Piece[]): boolean {
  const item = pieces.find(({ paragraph }) => paragraph.depth === 1 && paragraph.marker !== '');
  return item !== undefined && /^\d/.test(item.paragraph.marker);
}
