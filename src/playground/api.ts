import * as z from 'zod';
import { listArticleFiles } from '../knowledge/folder/list-files.ts';
import { MAX_WATCHED, type WatchedQuestions } from '../requests/refreshing/watched-questions.ts';
import type { KnowledgeService } from '../serving/knowledge-service.ts';
import { shorten } from '../text/layout/printable.ts';
import { playgroundTexts } from '../wording/kit/english.ts';
import type { PageApi } from './http/page-server.ts';
import { buildAnswerView, buildExplanationView } from './views/answer-view.ts';
import { buildArticlesView, buildArticleView } from './views/article-views.ts';
import { buildQuestionsView } from './views/questions-view.ts';
import type {
  AddedQuestionsView,
  AnswerView,
  ArticlesView,
  ArticleView,
  ExplanationView,
  QuestionsView,
  StatusView,
} from './wire/messages.ts';

/** The collaborators of the interface. */
export interface ApiDeps {
  readonly knowledge: Pick<KnowledgeService, 'run' | 'current'>;
  readonly questions: WatchedQuestions;
  /** The folder of articles. */
  readonly folder: string;
  readonly readStatus: () => StatusView;
  readonly now: () => Date;
  readonly nowMs: () => number;
}

/** A longer question is cut by the bot. */
const MAX_QUESTION_CHARS = 4_000;
const question = z.string().max(MAX_QUESTION_CHARS);
const asked = z.strictObject({ question });
const articleWanted = z.strictObject({
  path: z.string().max(4_096),
  aroundFactId: z.string().max(64).nullable(),
  from: z.number().int().min(0).max(100_000_000),
});
/** No more lines fit into the field for questions, and no longer ones. */
const pasted = z.strictObject({ questions: z.array(z.string().max(60_000)).max(30_000) });
/** Of more questions, only the last are looked at. */
const MAX_PASTED = 1_000;
const nothing = z.strictObject({});

/**
 * Creates what the page may ask for, by name. Each call parses its input. A path names an article of the fact base, and is never opened.
 *
 * @see PageApi
 */
export function createApi(deps: ApiDeps): PageApi {
  return new Map([
    handle('status', nothing, deps.readStatus),
    handle('ask', asked, (input) => ask(deps, input)),
    handle('explain', asked, (input) => explain(deps, input)),
    handle('articles', nothing, () => listArticles(deps)),
    handle('article', articleWanted, (input) => readArticle(deps, input)),
    handle('questions', nothing, () => listQuestions(deps)),
    handle('add-questions', pasted, (input) => addQuestions(deps, input)),
    handle('compare-from-now', nothing, () => compareFromNow(deps)),
    handle('clear-questions', nothing, () => clearQuestions(deps)),
  ]);
}

type Call = (input: unknown) => Promise<unknown>;

/** Names a call, whose input is parsed first. */
function handle<Input>(
  name: string,
  schema: z.ZodType<Input>,
  work: (input: Input) => unknown,
): readonly [string, Call] {
  return [name, async (input) => work(schema.parse(input))];
}

async function ask(
  { knowledge, questions, now, nowMs }: ApiDeps,
  { question: typed }: z.infer<typeof asked>,
): Promise<AnswerView> {
  const startedAt = nowMs();
  const reply = await knowledge.run(null, 'ask', { question: typed }, 'everything');
  const tookMs = nowMs() - startedAt;
  if (reply.reason.kind !== 'no-question' && reply.reason.kind !== 'small-talk')
    questions.add([reply.question]);
  return buildAnswerView(reply, { knowledge, nowMs: now().getTime(), tookMs });
}

async function explain(
  { knowledge }: ApiDeps,
  { question: typed }: z.infer<typeof asked>,
): Promise<ExplanationView> {
  const explained = await knowledge.run(null, 'explain', { question: typed }, 'everything');
  const outcomes = await knowledge.run(null, 'judgeAtEachStrictness', { question: typed }, 'everything');
  return buildExplanationView(explained, outcomes);
}

async function listArticles({ knowledge, folder, now }: ApiDeps): Promise<ArticlesView> {
  const { passedOver } = await listArticleFiles(folder);
  return buildArticlesView(knowledge, { passedOver, nowMs: now().getTime() });
}

/** Returns null where no article has the path. */
async function readArticle(
  { knowledge, now }: ApiDeps,
  wanted: z.infer<typeof articleWanted>,
): Promise<ArticleView | null> {
  const page = await knowledge.run(null, 'readArticlePage', wanted, 'everything');
  return page && buildArticleView(page, knowledge.current.problems, now().getTime());
}

function listQuestions({ questions }: ApiDeps): QuestionsView {
  return buildQuestionsView(questions.list());
}

function addQuestions(deps: ApiDeps, { questions }: z.infer<typeof pasted>): AddedQuestionsView {
  const last = questions.slice(-MAX_PASTED);
  const count = questions.length - last.length + deps.questions.add(last.map(cutQuestion));
  const dropped = count === 0 ? null : playgroundTexts.questions.dropped({ count, max: MAX_WATCHED });
  return { ...listQuestions(deps), dropped };
}

function cutQuestion(typed: string): string {
  return shorten(typed, MAX_QUESTION_CHARS);
}

function compareFromNow(deps: ApiDeps): QuestionsView {
  deps.questions.compareFromNow();
  return listQuestions(deps);
}

function clearQuestions(deps: ApiDeps): QuestionsView {
  deps.questions.clear();
  return listQuestions(deps);
}
