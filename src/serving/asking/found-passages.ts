import { buildPassage } from '../../answering/passage/build-passage.ts';
import { buildLines } from '../../answering/passage/lines.ts';
import type { Passage } from '../../answering/passage/passage.ts';
import { takeLead, takeParagraph } from '../../answering/passage/pieces.ts';
import { type Question, readQuestion } from '../../answering/question/question.ts';
import type { Article, Fact } from '../../knowledge/article/article.ts';
import type { FactBase } from '../../search/fact-base.ts';
import type { Match } from '../../search/index/candidate.ts';
import type { LedText } from '../../text/layout/shorten.ts';
import type { AnsweringContext } from '../base/answering-context.ts';

/** A fact that fits a question, with the passage that shows it. */
export interface FoundPassage extends Pick<Match, 'fact'> {
  readonly passage: Passage;
  /** The fact by itself, such as an entry of a menu tells it: an item with what introduces its list, a row with its header. */
  readonly words: LedText;
}

/** A fact with the passage that shows it. */
export interface ShownFact extends Omit<FoundPassage, 'words'> {
  /** When the articles were last read. */
  readonly refreshedAt: Date;
}

/** The passage around a fact, for a given question; null if the articles no longer hold the fact. */
export function showFact(
  { base, refreshedAt }: AnsweringContext,
  { factId, question }: { readonly factId: string; readonly question: string },
): ShownFact | null {
  const candidate = base.findFact(factId);
  if (candidate === null) return null;
  const asked = readQuestion(base, question);
  const passage = buildPassage(base, asked, { candidate, shortAnswer: null, alike: [] });
  return { fact: candidate.fact, passage, refreshedAt };
}

/** As many as a menu holds, and the one that is shown. */
const MAX_FOUND = 26;

/** What the matches of an answer are looked up with. */
interface Looked {
  readonly question: Question;
  /** The passage of the first match; null where it is to be found like the others. */
  readonly first: Passage | null;
}

/** The passages that matches stand in, in their order, at most 26. A match in a passage that is there already makes none of its own. */
export function findPassages(
  base: FactBase,
  matches: readonly Pick<Match, 'fact'>[],
  { question, first }: Looked,
): readonly FoundPassage[] {
  const shown = new Set<string>();
  const found: FoundPassage[] = [];
  for (const [place, { fact }] of matches.slice(0, MAX_FOUND).entries()) {
    const candidate = shown.has(fact.id) ? null : base.findFact(fact.id);
    if (candidate === null) continue;
    const own = place === 0 ? first : null;
    const passage = own ?? buildPassage(base, question, { candidate, shortAnswer: null, alike: [] });
    found.push({ fact, passage, words: toLedText(candidate.article, fact) });
    for (const id of [fact.id, ...passage.factIds]) shown.add(id);
  }
  return found;
}

/** A fact with what it says little without: the line above its list or code, the header of its table. */
export function toLedText(article: Article, fact: Fact): LedText {
  const place = fact.paragraph - 1;
  const kind = article.paragraphs[place]?.kind;
  const lead = buildLines(article, kind === 'item' || kind === 'code' ? takeLead(article, place) : [], null);
  const row = takeParagraph(article, place).map((piece) => ({ ...piece, start: fact.start, end: fact.end }));
  const rows = buildLines(article, kind === 'row' ? row : [], null);
  return { lead: lead[0]?.text ?? '', text: rows[0]?.text ?? fact.text };
}
