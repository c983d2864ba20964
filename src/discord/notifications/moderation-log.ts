import type { BaseInteraction } from 'discord.js';
import { mayNameQuestion } from '../../requests/kit/questions.ts';
import { readServerSettings } from '../../requests/kit/read-server-settings.ts';
import type { ServerChange } from '../../store/records/server-values.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { textsFor } from '../../wording/languages.ts';
import { isSeenByMembers } from '../kit/channels/channel-visibility.ts';
import type { RequestContext } from '../kit/context.ts';
import { escapeLinks, escapeWithin } from '../kit/markdown/markdown.ts';
import { postInLogChannel } from './log-channels.ts';

/** What a moderator did with what a server knows, apart from settings, which are told at once. */
export type ModerationChange =
  | (NamedThing & { readonly kind: 'article'; readonly what: 'added' | 'replaced' | 'removed' })
  | {
      readonly kind: 'question';
      readonly what: 'taught' | 'written' | 'forgotten' | 'dismissed' | 'reopened';
      readonly phrasing: string;
      /** Whether the moderator typed it, so that nobody else needs to have asked it. */
      readonly isTyped?: boolean;
    }
  | { readonly kind: 'synonym'; readonly what: 'added' | 'removed'; readonly word: string }
  | { readonly kind: 'undone'; readonly changes: readonly NamedChange[] };

interface NamedThing {
  readonly title: string;
  /** False for the title of an article that not everybody may read, which is not told. */
  readonly isTitleForAll: boolean;
}

/** A change of the history, with the words by which moderators know what was changed. */
type NamedChange = NamedThing & Pick<ServerChange, 'kind' | 'isSet' | 'before'>;

const MAX_NAME_CHARS = 80;

/** Tells what a moderator did in the log channel of the server, together with what is done shortly before and after. Never rejects for a failure of the store. */
export async function logModeration(
  interaction: BaseInteraction,
  change: ModerationChange,
  context: RequestContext,
): Promise<void> {
  const { guildId, guild, guildLocale, user } = interaction;
  const { logChannelId, language } = context.settings;
  if (guildId === null || logChannelId === null) return;
  const channel = guild?.channels.resolve(logChannelId) ?? null;
  // Where nobody can tell who reads it, everybody may.
  const place = { guildId, isSeenByMembers: channel === null || isSeenByMembers(channel) };
  const texts = textsFor(language, guildLocale);
  const describe = {
    by: `<@${user.id}>`,
    texts,
    describeQuestion: createQuestionNamer(context, place, texts),
  };
  for (const line of await describeChange(change, describe)) context.addLogLine(guildId, line);
}

interface Description {
  readonly by: string;
  readonly texts: Texts;
  readonly describeQuestion: (phrasing: string, isTyped: boolean) => Promise<string>;
}

async function describeChange(
  change: ModerationChange,
  { by, texts, describeQuestion }: Description,
): Promise<readonly string[]> {
  const { log } = texts;
  switch (change.kind) {
    case 'article':
      return [log.articles[change.what]({ by, title: `**${formatTitle(change)}**` })];
    case 'question':
      return [
        log.questions[change.what]({
          by,
          question: await describeQuestion(change.phrasing, change.isTyped ?? false),
        }),
      ];
    case 'synonym':
      return [log.synonyms[change.what]({ by, word: escapeName(change.word) })];
    case 'undone': {
      const told = change.changes.filter(({ kind }) => kind !== 'setting');
      return Promise.all(
        told.map(async (each) => {
          const name = each.kind === 'taught' ? await describeQuestion(each.title, false) : formatTitle(each);
          return log.undone({ by, what: describeKnowledgeChange(each, name, texts) });
        }),
      );
    }
  }
}

/** Describes a change of an article, a taught answer or a synonym that has this name. */
export function describeKnowledgeChange(
  { kind, isSet, before }: Pick<ServerChange, 'kind' | 'isSet' | 'before'>,
  name: string,
  { knowledge: { change } }: Texts,
): string {
  if (kind === 'taught') return isSet ? change.taught({ name }) : change.forgotten({ name });
  if (kind === 'synonym') return isSet ? change.synonymAdded({ name }) : change.synonymRemoved({ name });
  if (!isSet) return change.removed({ name });
  return before === null ? change.added({ name }) : change.changed({ name });
}

function formatTitle({ title, isTitleForAll }: NamedThing): string {
  return isTitleForAll ? escapeName(title) : '🔒';
}

/** Members chose these words, so nothing in them is a link or pings anybody. */
function escapeName(name: string): string {
  return escapeWithin(name, MAX_NAME_CHARS, escapeLinks);
}

/** Creates the function that quotes a question, or only says that it is one where its words are nobody else's business. */
function createQuestionNamer(
  context: RequestContext,
  place: { readonly guildId: string; readonly isSeenByMembers: boolean },
  { log, quoting }: Texts,
): Description['describeQuestion'] {
  return async (phrasing, isTyped) =>
    (await mayNameQuestion(context, { ...place, phrasing, isTyped }))
      ? quoting.quoted({ text: escapeName(phrasing) })
      : log.aQuestion;
}

type PostDeps = Parameters<typeof postInLogChannel>[0] &
  Pick<RequestContext, 'store' | 'onStoreError' | 'nowMs' | 'now'>;

/** Creates the collector that gathers the lines of each server's log and posts them in its log channel. `track` receives each post under way. */
export function createModerationLog(deps: PostDeps, track: (post: Promise<void>) => void): LineCollector {
  let posts = 0;
  return new LineCollector({
    nowMs: deps.nowMs,
    schedule(work, delayMs) {
      const timer = setTimeout(work, delayMs);
      return () => clearTimeout(timer);
    },
    handOver(guildId, collected) {
      // Two posts at one moment are two.
      posts += 1;
      track(postLines(deps, { guildId, cause: `${deps.now()} ${posts}` }, collected));
    },
  });
}

async function postLines(
  deps: PostDeps,
  { guildId, cause }: { readonly guildId: string; readonly cause: string },
  { lines, otherCount }: CollectedLines,
): Promise<void> {
  const { client } = deps;
  const { logChannelId: channelId, language } = await readServerSettings(deps, guildId);
  if (channelId === null) return;
  const { log } = textsFor(language, client.guilds.resolve(guildId)?.preferredLocale);
  const rest = otherCount === 0 ? [] : [log.more({ count: otherCount })];
  const content = [...lines, ...rest].join('\n');
  await postInLogChannel(deps, { channelId, cause }, { content });
}

/** Lines that were collected for one key, in the order in which they came. */
export interface CollectedLines {
  /** The first ones; more than these are only counted. */
  readonly lines: readonly string[];
  readonly otherCount: number;
}

interface LineCollectorOptions {
  /** Takes the lines of one key. Must not reject. */
  readonly handOver: (key: string, collected: CollectedLines) => void;
  /** Calls `work` after `delayMs`, unless the returned function was called before. */
  readonly schedule: (work: () => void, delayMs: number) => () => void;
  /** Milliseconds of a monotonic clock. */
  readonly nowMs: () => number;
}

interface Collecting {
  readonly lines: string[];
  otherCount: number;
  readonly sinceMs: number;
  cancel: () => void;
}

/** Nobody reads more lines of one message. */
const MAX_LINES = 10;
/** Lines are handed over once nothing was added for this long, but after the longest wait in any case. */
const QUIET_MS = 5_000;
const LONGEST_MS = 60_000;

/** Collects lines that come shortly after each other, so that fifty changes in a row are a few messages and not fifty. */
export class LineCollector {
  readonly #options: LineCollectorOptions;
  readonly #collecting = new Map<string, Collecting>();
  #isStopped = false;

  constructor(options: LineCollectorOptions) {
    this.#options = options;
  }

  /** Adds a line. It is handed over within a minute, after `stop` at once. */
  add(key: string, line: string): void {
    const { schedule, nowMs } = this.#options;
    const found = this.#collecting.get(key);
    const collecting = found ?? { lines: [], otherCount: 0, sinceMs: nowMs(), cancel: () => undefined };
    collecting.cancel();
    if (collecting.lines.length < MAX_LINES) collecting.lines.push(line);
    else collecting.otherCount += 1;
    this.#collecting.set(key, collecting);
    const waitMs = Math.min(QUIET_MS, LONGEST_MS - (nowMs() - collecting.sinceMs));
    if (this.#isStopped || waitMs <= 0) this.#handOver(key);
    else collecting.cancel = schedule(() => this.#handOver(key), waitMs);
  }

  /** Hands over everything that was collected, and whatever is added from now on at once. */
  stop(): void {
    this.#isStopped = true;
    for (const key of this.#collecting.keys()) this.#handOver(key);
  }

  #handOver(key: string): void {
    const collecting = this.#collecting.get(key);
    if (collecting === undefined) return;
    collecting.cancel();
    this.#collecting.delete(key);
    const { lines, otherCount } = collecting;
    this.#options.handOver(key, { lines, otherCount });
  }
}
