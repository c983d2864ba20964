import type { Candidate } from '../../search/index/candidate.ts';
import type { Term } from '../../search/words/terms.ts';
import { stem } from '../../text/words/stems.ts';
import { splitWords } from '../../text/words/words.ts';
import { buildPassage } from '../passage/build-passage.ts';
import type { Passage, PassageKind } from '../passage/passage.ts';
import { findAnswerSpans } from '../question/answer-spans.ts';
import type { AnswerType } from '../question/answer-type.ts';
import { asksWhatIsNot, isFactDenied } from '../question/polarity.ts';
import type { Question } from '../question/question.ts';
import { saysLongForm } from '../question/short-form.ts';
import { isOnlyIntroduction } from '../ranking/introduction.ts';
import { measureAgreement, SAME_FROM } from '../ranking/topic-agreement.ts';

/** Reasons why a match may not answer, in terms that can be told to the asker. */
export interface Evidence {
  /** The kind of the passage around the match. */
  readonly kind: PassageKind;
  /** The terms of the question that neither the sentence nor the text around it says. */
  readonly unsaid: readonly Term[];
  /** Whether the passage surely holds nothing of the kind asked for: no date, number, name… */
  readonly lacksDetail: boolean;
  /** Whether the sentence says everything that is asked, at least two words, and holds the date or number asked for. */
  readonly saysAll: boolean;
  /**
   * Whether the article gives the fact as the answer to a question of its own that lacks a word of the asker's: “Is it closed on
   * Sundays?” is not what “Is it open on Sundays?” asks.
   */
  readonly answersAnother: boolean;
  /** Whether a word that no article holds narrows the question, as “France” does in “How many offices are there in France?”. */
  readonly isNarrowed: boolean;
  /** Whether the question asks what is not so, and the passage denies nothing. */
  readonly isOpposite: boolean;
  /** Whether the question asks about a short form, and the fact says the words of its long form, though not as its name. */
  readonly saysLongForm: boolean;
  /** Whether the fact only introduces the answer, as a header row or “Opening hours:” does, and the passage ends with it. */
  readonly isOnlyIntroduction: boolean;
}

/** Dates and numbers hardly ever go unseen, nor are seen where there are none. Names are. */
const FIGURES: readonly AnswerType[] = ['date', 'number'];

/** Weighs what speaks for and against a candidate as the answer. Takes time in proportion to the passage around it. */
export function weighEvidence(question: Question, candidate: Candidate): Evidence {
  const { fact, said, saidAround } = candidate;
  const { asksFor, terms } = question;
  const held = findAnswerSpans(question, fact.text);
  const passage = buildPassage(question, { candidate, shortAnswer: null, rivals: [] });
  const text = joinLines(passage);
  const shown = held?.length === 0 ? findAnswerSpans(question, text) : held;
  const isFigure = FIGURES.includes(asksFor);
  const own = measureAgreement(question, candidate);
  const inPassage = collectStems(text);
  // A passage in another language says it in other words.
  const unsaid = question.isOtherLanguage
    ? []
    : terms.filter((term, index) => !saidAround.has(index) && !inPassage.has(term.stem));
  return {
    kind: passage.kind,
    unsaid,
    lacksDetail: shown?.length === 0,
    saysAll: isFigure && held !== null && held.length > 0 && terms.length >= 2 && said.size === terms.length,
    answersAnother: unsaid.length > 0 && own.asks && own.sameness >= SAME_FROM,
    isOnlyIntroduction: passage.factIds.at(-1) === fact.id && isOnlyIntroduction(question, candidate),
    isNarrowed: !question.isOtherLanguage && isNarrowed(question),
    isOpposite: asksWhatIsNot(question) && !isFactDenied(candidate),
    saysLongForm: question.shortForm !== null && saysLongForm(fact.text, question.shortForm),
  };
}

function collectStems(text: string): ReadonlySet<string> {
  return new Set(splitWords(text).map(({ folded }) => stem(folded)));
}

/** Joins the words of a passage, without the addresses of its links. */
function joinLines({ lines }: Passage): string {
  return lines.map(({ text }) => text).join('\n');
}

const NARROWING: ReadonlySet<string> = new Set(
  'in at from for on with of near by about via during'.split(' '),
);
const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an', 'my', 'your', 'our']);

function isNarrowed({ terms, words }: Question): boolean {
  const missing = new Set(terms.filter(({ kind }) => kind === 'missing').map(({ word }) => word.start));
  return words.some(({ start }, index) => {
    if (!missing.has(start) || /^\d/.test(words[index]?.folded ?? '')) return false;
    const [before, second] = [words[index - 1]?.folded ?? '', words[index - 2]?.folded ?? ''];
    return NARROWING.has(ARTICLES.has(before) ? second : before);
  });
}
