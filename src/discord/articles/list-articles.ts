import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIEmbed,
  ApplicationCommandOptionType,
} from 'discord.js';
import { toFileName } from '../../knowledge/folder/own-path.ts';
import { listOwnArticles, type OwnArticle, type OwnArticles } from '../../requests/articles/own-articles.ts';
import { formatDay } from '../../wording/dates.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { COLOURS } from '../cards/colours.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import { buildPagerRow, parsePage } from '../kit/components/pager.ts';
import type { ButtonComponent } from '../kit/context.ts';
import { deferPrivately, deferUpdate } from '../kit/first-response.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { buildReply } from '../kit/replies.ts';
import { readRequester } from '../kit/requester.ts';
import type { Subcommand } from '../kit/subcommands.ts';

const COMPONENT = 'own';
/** Ten entries of at most this size stay below the 4,096 characters of a description. */
const A_PAGE = 10;
const MAX_NAME_CHARS = 90;
const MAX_TWINS_CHARS = 100;

/** `/knowledge list`: shows the server's own articles page by page, with who added them and which need attention. */
export const listSubcommand: Subcommand = {
  definition: {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ knowledge }) => knowledge.subcommands.list),
  },
  async run(interaction, context) {
    const guildId = requireGuildId(interaction);
    // Finding articles that repeat each other compares all sentences, and the server's fact base may have to be built first.
    await deferPrivately(interaction);
    const own = await listOwnArticles(context, {
      requester: readRequester(interaction, context),
      guildId,
    });
    await interaction.editReply(buildReply(buildPage(own, 0, context.texts)));
  },
};

/** Turns the pages of the list. */
export const ownPager: ButtonComponent = {
  name: COMPONENT,
  async run(interaction, argument, context) {
    const guildId = requireGuildId(interaction);
    await deferUpdate(interaction);
    const own = await listOwnArticles(context, {
      requester: readRequester(interaction, context),
      guildId,
    });
    await interaction.editReply(buildReply(buildPage(own, parsePage(argument), context.texts)));
  },
};

function buildPage(
  own: OwnArticles,
  wanted: number,
  texts: Texts,
): { readonly embeds: APIEmbed[]; readonly components: APIActionRowComponent<APIButtonComponent>[] } {
  const lines = [
    ...(own.areSetAside ? [texts.knowledge.setAside] : []),
    ...own.articles.map((each) => buildEntry(each, texts)),
    ...own.unreadable.map(
      (path) => `- ⚠️ ${texts.knowledge.unreadable({ path: escapeWithin(toFileName(path), MAX_NAME_CHARS) })}`,
    ),
  ];
  if (lines.length === 0) {
    return { embeds: [{ color: COLOURS.unknown, description: texts.knowledge.none }], components: [] };
  }
  const last = Math.ceil(lines.length / A_PAGE) - 1;
  const number = Math.min(wanted, last);
  return {
    embeds: [
      {
        color: COLOURS.done,
        title: texts.knowledge.list({ articles: texts.counted.articles({ count: own.articles.length }) }),
        description: lines.slice(number * A_PAGE, (number + 1) * A_PAGE).join('\n'),
        ...(last === 0
          ? {}
          : { footer: { text: texts.sources.page({ page: number + 1, pages: last + 1 }) } }),
      },
    ],
    components: last === 0 ? [] : [buildPagerRow(COMPONENT, { number, last }, texts)],
  };
}

function buildEntry({ article, addedBy, addedAt, staleAfterDays, saidIn }: OwnArticle, texts: Texts): string {
  const { knowledge } = texts;
  const details = [
    escapeWithin(toFileName(article.path), MAX_NAME_CHARS),
    knowledge.addedBy({
      member: `<@${addedBy}>`,
      day: formatDay(addedAt.toISOString().slice(0, 10), texts.tag),
    }),
    staleAfterDays === null ? '' : `⏳ ${knowledge.stale({ days: staleAfterDays })}`,
    saidIn.length === 0
      ? ''
      : `👥 ${knowledge.saidIn({ titles: escapeWithin(saidIn.join(', '), MAX_TWINS_CHARS) })}`,
  ];
  const title = `**${escapeWithin(article.title, MAX_NAME_CHARS)}**`;
  return `- ${title}\n  ${details.filter((detail) => detail !== '').join(' · ')}`;
}
