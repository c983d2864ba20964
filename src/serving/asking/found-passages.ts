import { buildPassage } from '../../answering/passage/build-passage.ts';
import { buildLines } from '../../answering/passage/lines.ts';
import type { Passage } from '../../answering/passage/passage.ts';
import { takeLead, takeParagraph } from '../../answering/passage/pieces.ts';
import { type Question, readQuestion } from '../../answering/question/question.ts';
import type { Article, Fact } from '../../knowledge/article/article.ts';
import type { Match } from '../../search/index/candidate.ts';
import type { LedText } from '../../text/layout/printable.ts';
import type { AnsweringContext } from '../base/answering-context.ts';

/** A matching fact with the passage that shows it. */
export interface FoundPassage extends Pick<Match, 'fact'> {
  readonly passage: Passage;
  /**
   * The fact's own text, as for an entry of a menu: an item with its list's introduction, a row with its
   * header.
   */
  readonly words: LedText;
}

/** A fact with the passage that shows it. */
export interface ShownFact extends Omit<FoundPassage, 'words'> {
  /** When the articles were last read. */
  readonly refreshedAt: Date;
}

/** Builds the passage around a fact for a question, or null if the articles no longer hold the fact. */
export function showFact(
  { base, refreshedAt }: AnsweringContext,
  request: { readonly factId: string; readonly question: string },
): ShownFact | null {
  const candidate = base.findFact(request.factId);
  if (candidate === null) return null;
  const question = readQuestion(base, request.question);
  const passage = buildPassage(question, { candidate, shortAnswer: null, rivals: [] });
  return { fact: candidate.fact, passage, refreshedAt };
}

/**
 * Building a passage takes time, and no front-end shows more at once: Discord's menus have 25 options, beside the passage that is shown.
 * More matches than these are listed without a passage.
 */
export const MAX_PASSAGES = 26;

/**
 * Builds the passages of matches, in their order, at most 26. A match that an earlier passage holds gets none
 * of its own.
 *
 * @param first the passage of the first match; null to build it like the others
 */
export function findPassages(
  question: Question,
  matches: readonly Pick<Match, 'fact'>[],
  first: Passage | null,
): readonly FoundPassage[] {
  const { base } = question;
  const shown = new Set<string>();
  const found: FoundPassage[] = [];
  for (const [index, { fact }] of matches.slice(0, MAX_PASSAGES).entries()) {
    const candidate = shown.has(fact.id) ? null : base.findFact(fact.id);
    if (candidate === null) continue;
    const own = index === 0 ? first : null;
    const passage = own ?? buildPassage(question, { candidate, shortAnswer: null, rivals: [] });
    found.push({ fact, passage, words: toLedText(candidate.article, fact) });
    for (const id of [fact.id, ...passage.factIds]) shown.add(id);
  }
  return found;
}

/**
 * Returns a fact's text with the line that it needs to be understood: the line above its list or code, or the
 * header of its table.
 */
export function toLedText(article: Article, fact: Fact): LedText {
  const paragraphIndex = fact.paragraph - 1;
  const kind = article.paragraphs[paragraphIndex]?.kind;
  const lead = buildLines(
    article,
    kind === 'item' || kind === 'code' ? takeLead(article, paragraphIndex) : [],
    null,
  );
  const row = takeParagraph(article, paragraphIndex).map((piece) => ({
    ...piece,
    start: fact.start,
    end: fact.end,
  }));
  const rows = buildLines(article, kind === 'row' ? row : [], null);
  return { lead: lead[0]?.text ?? '', text: rows[0]?.text ?? fact.text };
}
