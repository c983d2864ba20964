import {
  type APIContainerComponent,
  ApplicationCommandOptionType,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Guild,
} from 'discord.js';
import { toFileName } from '../../knowledge/folder/own-path.ts';
import { toArticleKey } from '../../requests/articles/find-article.ts';
import { listOwnArticles, type OwnArticle, type OwnArticles } from '../../requests/articles/own-articles.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildCard, buildSection, buildText, COLOURS } from '../cards/card.ts';
import { buildNoticeCard } from '../cards/notice-card.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { buildButton, buildPagerRow, parsePage } from '../kit/components/buttons.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import type { ButtonComponent, RequestContext, Subcommand } from '../kit/context.ts';
import { deferPrivately, deferUpdate } from '../kit/first-response.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { buildReplacement } from '../kit/replies.ts';
import { readRequester } from '../kit/requester.ts';
import { buildArticleScreen, describeArticle, OWN_PAGER } from './article-screen.ts';

const OPEN = 'own-open';
/** Seven entries of at most this size stay below the 4,000 characters of a message, and with a button each below its 40 components. */
const A_PAGE = 7;
const MAX_NAME_CHARS = 90;

/** `/knowledge list`: shows the server's own articles page by page, with who added them and which need attention. */
export const listSubcommand: Subcommand = {
  definition: {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ knowledge }) => knowledge.subcommands.list),
  },
  async run(interaction, context) {
    // Finding articles that repeat each other compares all sentences, and the server's fact base may have to be built first.
    await deferPrivately(interaction);
    await showPage(interaction, 0, context);
  },
};

/** Turns the pages of the list. */
export const ownPager: ButtonComponent = {
  name: OWN_PAGER,
  async run(interaction, page, context) {
    await deferUpdate(interaction);
    await showPage(interaction, parsePage(page), context);
  },
};

/** Opens an article of the list, with what can be done with it. A page of the list takes the place of one that is gone. */
export const ownOpen: ButtonComponent = {
  name: OPEN,
  async run(interaction, argument, context) {
    await deferUpdate(interaction);
    const [page = '', key = ''] = argument.split(':');
    const { own, requester } = await readOwn(interaction, context);
    const found = own.articles.find(({ article }) => toArticleKey(article.path) === key);
    const { texts } = context;
    const { guild } = interaction;
    const screen =
      found === undefined
        ? [buildListCard(own, parsePage(page), texts, guild)]
        : buildArticleScreen(found, {
            page: parsePage(page),
            mayRemove: requester.managesServer,
            texts,
            guild,
          });
    await interaction.editReply(buildReplacement(screen));
  },
};

async function showPage(
  interaction: ButtonInteraction | ChatInputCommandInteraction,
  page: number,
  context: RequestContext,
): Promise<void> {
  const { own } = await readOwn(interaction, context);
  await interaction.editReply(buildReplacement([buildListCard(own, page, context.texts, interaction.guild)]));
}

async function readOwn(
  interaction: ButtonInteraction | ChatInputCommandInteraction,
  context: RequestContext,
) {
  const requester = readRequester(interaction, context);
  const guildId = requireGuildId(interaction);
  return { requester, own: await listOwnArticles(context, { requester, guildId }) };
}

/** Builds one page of the list of own articles, with a button beside each. */
export function buildListCard(
  { areSetAside, articles, unreadable }: OwnArticles,
  wanted: number,
  texts: Texts,
  guild: Guild | null = null,
): APIContainerComponent {
  const { knowledge, counted } = texts;
  const count = articles.length + unreadable.length;
  if (count === 0) return buildNoticeCard(knowledge.none);
  const last = Math.ceil(count / A_PAGE) - 1;
  const number = Math.min(wanted, last);
  const [from, to] = [number * A_PAGE, (number + 1) * A_PAGE];
  // The files that are not used come last.
  const rest = unreadable.slice(Math.max(0, from - articles.length), Math.max(0, to - articles.length));
  return buildCard(COLOURS.done, [
    ...buildText([
      `### ${knowledge.list({ articles: counted.articles({ count: articles.length }) })}`,
      ...(areSetAside ? [knowledge.setAside] : []),
    ]),
    ...articles.slice(from, to).map((each) => buildEntry(each, { page: number, texts, guild })),
    ...buildText(
      rest.map(
        (path) => `⚠️ ${knowledge.unreadable({ path: escapeWithin(toFileName(path), MAX_NAME_CHARS) })}`,
      ),
    ),
    ...(last === 0
      ? []
      : [
          ...buildText([`-# ${texts.sources.page({ page: number + 1, pages: last + 1 })}`]),
          buildPagerRow(OWN_PAGER, { number, last }, texts),
        ]),
  ]);
}

function buildEntry(
  own: OwnArticle,
  { page, texts, guild }: { readonly page: number; readonly texts: Texts; readonly guild: Guild | null },
) {
  const argument = `${page}:${toArticleKey(own.article.path)}`;
  return buildSection(
    describeArticle(own, texts, guild),
    buildButton({ component: OPEN, argument }, { label: texts.buttons.open }),
  );
}
