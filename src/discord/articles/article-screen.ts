import type { APIMessageTopLevelComponent, Guild } from 'discord.js';
import { type ArticleLimits, isLimited, listUnknownNames } from '../../knowledge/article/limits.ts';
import { toFileName } from '../../knowledge/folder/own-path.ts';
import type { OwnArticle } from '../../requests/articles/own-articles.ts';
import { shorten } from '../../text/layout/printable.ts';
import { addSign, describeLimits } from '../../wording/article-words.ts';
import { formatDay } from '../../wording/dates.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildCard, buildText, COLOURS } from '../cards/card.ts';
import { readAccessOfServer } from '../kit/channels/reader-access.ts';
import { buildButton, buildButtonRows } from '../kit/components/buttons.ts';
import { buildEditButton } from '../kit/components/shared-buttons.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { buildRemoveButton } from './remove-article.ts';
import { buildGetFileButton } from './send-articles.ts';

/** The name of the buttons that turn the pages of the list, in their custom ids. */
export const OWN_PAGER = 'own';

const MAX_NAME_CHARS = 90;
const MAX_TWINS_CHARS = 100;
const MAX_LIMITS_CHARS = 60;
const MAX_READER_CHARS = 60;

interface ScreenOptions {
  /** The page of the list that the screen leads back to. */
  readonly page: number;
  readonly mayRemove: boolean;
  readonly texts: Texts;
  /** The server, whose channels and roles tell which names mean none. */
  readonly guild: Guild | null;
}

/** Builds the screen of one of a server's own articles, with what can be done with it, and the way back to its page of the list. */
export function buildArticleScreen(
  own: OwnArticle,
  { page, mayRemove, texts, guild }: ScreenOptions,
): readonly APIMessageTopLevelComponent[] {
  const { path } = own.article;
  return [
    buildCard(own.staleAfterDays === null ? COLOURS.done : COLOURS.unsure, [
      ...buildText(describeArticle(own, texts, guild)),
      ...buildButtonRows([
        buildEditButton(path, texts),
        buildGetFileButton(path, texts),
        ...(mayRemove ? [buildRemoveButton(path, texts)] : []),
        buildButton({ component: OWN_PAGER, argument: String(page) }, { label: texts.buttons.allArticles }),
      ]),
    ]),
  ];
}

/** Describes one of a server's own articles: its title, its file, who added it, to whom it is limited, and what needs attention. */
export function describeArticle(
  { article, addedBy, addedAt, staleAfterDays, saidIn }: OwnArticle,
  texts: Texts,
  guild: Guild | null,
): readonly string[] {
  const { knowledge, tag } = texts;
  const day = formatDay(addedAt.toISOString().slice(0, 10), tag);
  const details = [
    escapeWithin(toFileName(article.path), MAX_NAME_CHARS),
    knowledge.addedBy({ member: `<@${addedBy}>`, day }),
  ];
  return [
    `**${escapeWithin(article.title, MAX_NAME_CHARS)}**`,
    `-# ${details.join(' · ')}`,
    ...formatLimits(article, guild, { texts, maxChars: MAX_LIMITS_CHARS }),
    ...(staleAfterDays === null ? [] : [`⏳ ${knowledge.stale({ days: staleAfterDays })}`]),
    ...(saidIn.length === 0
      ? []
      : [`👥 ${knowledge.saidIn({ titles: escapeWithin(saidIn.join(', '), MAX_TWINS_CHARS) })}`]),
  ];
}

/**
 * Says to whom an article is limited, and which names mean no channel or role of the server, each in a few words; says nothing of an article that
 * is for everybody. Each has at most `maxChars` characters behind its sign.
 */
export function formatLimits(
  article: ArticleLimits,
  guild: Guild | null,
  { texts, maxChars }: { readonly texts: Texts; readonly maxChars: number },
): readonly string[] {
  if (!isLimited(article)) return [];
  const words = describeLimits(article, texts, (name, kind) =>
    shorten(addSign(name, kind), MAX_READER_CHARS),
  );
  const unknown = guild === null ? [] : listUnknown(article, guild);
  const names = new Intl.ListFormat(texts.tag, { type: 'disjunction' }).format(unknown);
  return [
    `🔒 ${escapeWithin(words, maxChars)}`,
    ...(unknown.length === 0 ? [] : [`⚠️ ${escapeWithin(texts.limits.unknown({ names }), maxChars)}`]),
  ];
}

function listUnknown({ channels, roles }: ArticleLimits, guild: Guild): readonly string[] {
  const known = readAccessOfServer(guild);
  const threads = [...guild.channels.cache.values()].filter((channel) => channel.isThread());
  const channelKeys = [...known.channels, ...threads.map(({ id }) => id)];
  return [
    ...listUnknownNames(channels, channelKeys, '#').map((name) => addSign(name, 'channels')),
    ...listUnknownNames(roles, known.roles, '@').map((name) => addSign(name, 'roles')),
  ].map((name) => shorten(name, MAX_READER_CHARS));
}
