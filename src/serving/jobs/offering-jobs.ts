import { collectHeadings, collectQuestions } from '../../search/questions/collect-questions.ts';
import { ask } from '../asking/ask.ts';
import {
  findOfferedQuestion,
  findQuestionsByVector,
  type OfferedQuestions,
  removeDuplicates,
  type SuggestRequest,
  suggestQuestions,
} from '../asking/suggest-questions.ts';
import type { AnsweringScope, ThreadState } from '../base/thread-state.ts';

/** At most this many suggestions come from meaning. */
const MOST_NEAR = 5;

/** At most this many questions are tried as examples: each is answered once. */
const MOST_TRIED = 8;

interface ExampleRequest {
  /** At least 1. */
  readonly limit: number;
  readonly maxChars: number;
}

interface OfferRequest {
  readonly scope: AnsweringScope;
  /** The server whose members' questions are offered too, or null for none. */
  readonly askedIn: string | null;
}

/** Creates the jobs that offer questions while a member types. */
export function createOfferingJobs(state: ThreadState) {
  return {
    /**
     * Suggests questions that `typed` may become, or mean in other words; see `suggestQuestions` and
     * `findQuestionsByVector`.
     */
    async suggest({ typed, limit, ...from }: OfferRequest & SuggestRequest): Promise<readonly string[]> {
      const found = suggestQuestions(readOfferedQuestions(state, from), { typed, limit });
      if (found.length >= limit) return found;
      const near = await findQuestionsByVector(state.findContext(from.scope), typed, MOST_NEAR);
      return removeDuplicates([...found, ...near]).slice(0, limit);
    },

    /**
     * Lists at most `limit` offered questions of at most `maxChars` characters that are answered, pinned ones first.
     */
    async listExamples({
      limit,
      maxChars,
      ...from
    }: OfferRequest & ExampleRequest): Promise<readonly string[]> {
      const context = state.findContext(from.scope);
      const offered = suggestQuestions(readOfferedQuestions(state, from), { typed: '', limit: MOST_TRIED });
      return selectFirst(offered, { limit, maxChars }, async (question) => {
        // The context remembers its last answers, so this costs little after the first time.
        const { outcome } = await ask(context, { question });
        return outcome === 'answered';
      });
    },

    /**
     * Lists at most `limit` questions of at most `maxChars` characters that an article answers: those that it asks itself, then headings whose
     * own text answers them. Its title alone would only show how it begins.
     */
    async listAnsweredByArticle({
      scope,
      path,
      limit,
      maxChars,
    }: { readonly scope: AnsweringScope; readonly path: string } & ExampleRequest): Promise<
      readonly string[]
    > {
      const context = state.findContext(scope);
      const article = context.base.findArticle(path);
      if (article === undefined) return [];
      const asked = collectQuestions([article]);
      const headings = collectHeadings(article);
      const isAnswered = async (question: string): Promise<boolean> => {
        const { outcome, passage, matches } = await ask(context, { question });
        if (outcome !== 'answered' || passage?.article.path !== path) return false;
        return asked.includes(question) || matches[0]?.fact.headings.includes(question) === true;
      };
      const tried = removeDuplicates([...asked, ...headings]).slice(0, MOST_TRIED);
      return selectFirst(tried, { limit, maxChars }, isAnswered);
    },

    /**
     * Finds the offered question with this hash (see `hashQuestion`), or null if it is not, or no longer,
     * offered.
     */
    findOfferedQuestion({ hash, ...from }: OfferRequest & { readonly hash: string }): string | null {
      return findOfferedQuestion(readOfferedQuestions(state, from), hash);
    },
  };
}

/** Returns the first questions that are short enough and that `isAnswered` accepts. */
async function selectFirst(
  questions: readonly string[],
  { limit, maxChars }: ExampleRequest,
  isAnswered: (question: string) => Promise<boolean>,
): Promise<readonly string[]> {
  const selected: string[] = [];
  for (const question of questions.filter(({ length }) => length <= maxChars)) {
    if (selected.length === limit) break;
    if (await isAnswered(question)) selected.push(question);
  }
  return selected;
}

function readOfferedQuestions(state: ThreadState, { scope, askedIn }: OfferRequest): OfferedQuestions {
  const context = state.findContext(scope);
  const asked = askedIn === null ? undefined : state.phrasings.get(askedIn);
  return { articles: context.base.suggestions, server: asked?.suggestFor(context) ?? null };
}
