import type { Article, Fact } from '../../knowledge/article/article.ts';
import { findBlock, findSection } from '../../knowledge/article/outline.ts';
import type { Candidate } from '../../search/index/candidate.ts';
import { splitWords } from '../../text/words/words.ts';
import type { Question } from '../question/question.ts';
import { measureAgreementAbove, SAME_FROM } from '../ranking/topic-agreement.ts';
import {
  findParagraphFacts,
  isSameSection,
  measureLength,
  type Piece,
  takeItem,
  takeLastSentence,
  takeLead,
  takeParagraph,
  takeParagraphs,
} from './pieces.ts';

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

/** Returns whether the outermost list of a block is numbered. */
export function isOrdered(pieces: readonly Piece[]): boolean {
  const item = pieces.find(({ paragraph }) => paragraph.depth === 1 && paragraph.marker !== '');
  return item !== undefined && /^\d/.test(item.paragraph.marker);
}

/** How much of an article a passage may take around a fact, the smallest first. */
interface Extents {
  /** The fact with what it cannot do without. */
  readonly least: readonly Piece[];
  /** Its paragraph, list, table or code, with the text that introduces it. */
  readonly block: readonly Piece[];
  /** Everything below the heading above it. */
  readonly section: readonly Piece[];
}

/**
 * Finds the extents around a fact of the article, each with the paragraph of the fact in it. Long ones end early; see `MAX_PARAGRAPHS`.
 */
function findExtents(article: Article, fact: Fact): Extents {
  const paragraphIndex = fact.paragraph - 1;
  const section = takeParagraphs(article, findSection(article.paragraphs, paragraphIndex));
  const paragraph = article.paragraphs[paragraphIndex];
  switch (paragraph?.kind) {
    case undefined:
      return { least: [], block: [], section };
    case 'text':
      return { ...findTextExtents(article, fact), section };
    case 'item':
      return {
        least: [...takeLead(article, paragraphIndex), ...takeItem(article, paragraphIndex)],
        block: takeBlockWithLead(article, paragraphIndex),
        section,
      };
    case 'head':
    case 'row':
      return {
        least: takeParagraph(article, paragraphIndex),
        block: takeBlockWithLead(article, paragraphIndex),
        section,
      };
    case 'code': {
      const code =
        paragraph.depth > 0 ? takeItem(article, paragraphIndex) : takeParagraph(article, paragraphIndex);
      const own = [...takeLead(article, paragraphIndex), ...code];
      return { least: own, block: own, section };
    }
  }
}

function takeBlockWithLead(article: Article, paragraphIndex: number): readonly Piece[] {
  return [
    ...takeLead(article, paragraphIndex),
    ...takeParagraphs(article, findBlock(article.paragraphs, paragraphIndex)),
  ];
}

/** How many sentences in a row may depend on each other. */
const MAX_DEPENDENT = 8;

function findTextExtents(article: Article, fact: Fact): Pick<Extents, 'least' | 'block'> {
  const paragraphIndex = fact.paragraph - 1;
  const paragraph = article.paragraphs[paragraphIndex];
  if (paragraph === undefined) return { least: [], block: [] };
  const { from, to } = findParagraphFacts(article, paragraphIndex);
  const textAt = (factIndex: number): string => article.facts[factIndex]?.text ?? '';
  const own = from + fact.sentence - 1;
  let first = own;
  while (first > Math.max(from, own - MAX_DEPENDENT) && dependsOnPrevious(textAt(first))) first -= 1;
  let last = own;
  while (last < Math.min(to - 1, own + MAX_DEPENDENT) && needsMore(textAt(last))) last += 1;
  const before =
    first === from && dependsOnPrevious(textAt(from)) ? takeSentenceBefore(article, paragraphIndex) : [];
  const below = last === to - 1 ? takeIntroducedBlock(article, paragraphIndex) : [];
  const sentences = {
    paragraphIndex,
    paragraph,
    start: article.facts[first]?.start ?? 0,
    end: article.facts[last]?.end ?? paragraph.text.length,
  };
  return {
    least: [...before, sentences, ...below],
    block: [
      ...before,
      ...takeParagraph(article, paragraphIndex),
      ...takeIntroducedBlock(article, paragraphIndex),
    ],
  };
}

/** Takes the last sentence of the text right above, on which a first sentence depends. */
function takeSentenceBefore(article: Article, paragraphIndex: number): readonly Piece[] {
  const [own, above] = [article.paragraphs[paragraphIndex], article.paragraphs[paragraphIndex - 1]];
  if (own === undefined || above?.kind !== 'text' || !isSameSection(own, above)) return [];
  return takeLastSentence(article, paragraphIndex - 1);
}

/** Takes the block below a text that ends in a colon, or that only says yes or no: the text makes no sense without it. */
function takeIntroducedBlock(article: Article, paragraphIndex: number): readonly Piece[] {
  const [own, below] = [article.paragraphs[paragraphIndex], article.paragraphs[paragraphIndex + 1]];
  if (own === undefined || below === undefined || !isSameSection(own, below)) return [];
  const introduces = /[:：]\s*$/u.test(own.text) || (needsMore(own.text) && below.kind === 'text');
  if (!introduces) return [];
  return takeParagraphs(article, findBlock(article.paragraphs, paragraphIndex + 1));
}

/** Openings of sentences that say nothing without the sentence before. */
const DEPENDENT_OPENING =
  /^(?:["'“‘(]*)(?:it|its|it['’]s|this|that|that['’]s|they|they['’]re|their|these|those|such|he|she|however|but|so|then|therefore|thus|hence|also|otherwise|instead|besides|still|both|if so|if not|in (?:this|that|these|those|such) cases?|for (?:example|instance)|e\.g\.|i\.e\.|because of (?:this|that)|as a result|alternatively|additionally|furthermore|moreover|similarly|likewise|meanwhile|once (?:this|that|it)|after (?:this|that)|when (?:this|that))(?![\p{L}\p{N}])/iu;

function dependsOnPrevious(sentence: string): boolean {
  return DEPENDENT_OPENING.test(sentence.slice(0, 80));
}

const MAX_WORDS_OF_A_REPLY = 4;
const REPLY =
  /^(?:(?:the |a )?(?:short|quick|simple|long) answer:?\s*)?(?:yes|no|nope|yep|sure|maybe|sometimes|it depends|unfortunately|not (?:yet|really|currently)|absolutely|of course|definitely|correct|true|false)\b/i;

/** Returns whether a sentence needs the next one, which explains it: “Yes.”, “Short answer: no.” */
function needsMore(sentence: string): boolean {
  return sentence.length < 60 && REPLY.test(sentence) && splitWords(sentence).length <= MAX_WORDS_OF_A_REPLY;
}
