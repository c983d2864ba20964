import type { Exchange } from '../../answering/follow-up/exchange.ts';
import type { ArticleInfo } from '../../knowledge/article/article.ts';
import {
  type ArticleLimits,
  isLimited,
  mayRead,
  NO_ACCESS,
  type ReaderAccess,
} from '../../knowledge/article/limits.ts';
import type { AskReply } from '../../serving/asking/ask.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import { UserFacingError } from '../kit/user-facing-error.ts';
import type { MemberAskRequest } from './member-ask-request.ts';

interface ReadersDeps {
  readonly knowledge: Pick<KnowledgeService, 'run' | 'mayReadLimited'>;
}

/** An answer whose readers may read every article that it may contain words of. */
export interface AnswerForReaders {
  readonly reply: AskReply;
  /** The exchange that the question referred to, or null if it stands alone. */
  readonly last: Exchange | null;
  /** Whether others who read the channel may not read the articles that answer. */
  readonly isForAskerAlone: boolean;
  /** The limits of the articles that answer, and of those whose words the question as it was understood contains. */
  readonly limits: readonly ArticleLimits[];
  /** Whether the answer, or the question as it was understood, may contain words that not everybody in the server may read. */
  readonly isLimited: boolean;
}

/**
 * Answers a question from what everybody who reads the channel may read. Articles that the asker alone may read answer where nobody else sees
 * the answer, and only where they are about as good: the answer is then for the asker alone.
 */
export async function answerReaders(
  deps: ReadersDeps,
  request: MemberAskRequest,
  last: Exchange | null,
): Promise<AnswerForReaders> {
  const { access = NO_ACCESS, guildId, audience } = request;
  const channelAccess = { ...access, roles: [] };
  const forAll = await answerOne(deps, { ...request, access: channelAccess }, last);
  const mayReadMore =
    audience !== 'all' && access.roles.length > 0 && (await deps.knowledge.mayReadLimited(guildId, access));
  const forAsker = mayReadMore ? await nullIfTooLong(answerOne(deps, { ...request, access }, last)) : null;
  const isForAskerAlone =
    forAsker?.limits.some((limits) => !mayRead(limits, channelAccess)) === true &&
    RANKS[forAsker.reply.outcome] >= RANKS[forAll.reply.outcome];
  return isForAskerAlone && forAsker !== null
    ? { ...forAsker, isForAskerAlone, isLimited: true }
    : {
        ...forAll,
        isForAskerAlone: false,
        isLimited: await mayContainLimited(deps, { guildId, access: channelAccess }, forAll),
      };
}

/** The better an outcome, the higher. */
const RANKS: Readonly<Record<AskReply['outcome'], number>> = { unknown: 0, unsure: 1, answered: 2 };

type OneAnswer = Pick<AnswerForReaders, 'reply' | 'last' | 'limits'>;

async function answerOne(
  { knowledge }: ReadersDeps,
  { question, guildId, access }: MemberAskRequest & { readonly access: ReaderAccess },
  last: Exchange | null,
): Promise<OneAnswer> {
  // The question that a follow-up becomes may contain words of the articles that answered before.
  const conversation = last?.limits?.every((limits) => mayRead(limits, access)) === false ? null : last;
  const reply = await knowledge.run(guildId, 'ask', { question, conversation }, access);
  const used = reply.understoodAs === null ? null : conversation;
  return { reply, last: used, limits: [...(used?.limits ?? []), ...listLimits(reply)] };
}

/** Lists the limits of the articles that a reply shows or offers. */
function listLimits({ passage, rivals, nearest }: AskReply): readonly ArticleLimits[] {
  const shown = [...rivals, ...nearest].map(({ article }) => article);
  return [...(passage === null ? [] : [passage.article]), ...shown].filter(isLimited).map(toLimits);
}

function toLimits({ channels, roles }: ArticleInfo): ArticleLimits {
  return { channels, roles };
}

/** The words that a question is corrected by come from all articles that may be read. */
async function mayContainLimited(
  { knowledge }: ReadersDeps,
  { guildId, access }: { readonly guildId: string | null; readonly access: ReaderAccess },
  { reply, limits }: OneAnswer,
): Promise<boolean> {
  if (limits.length > 0) return true;
  const isReworded = (reply.understoodAs ?? reply.readAs) !== null;
  return isReworded && (await knowledge.mayReadLimited(guildId, access));
}

/** Returns null where answering takes too long: the answer for everybody is there all the same. */
async function nullIfTooLong<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UserFacingError && error.code === 'took-too-long') return null;
    throw error;
  }
}
