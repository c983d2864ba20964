import {
  type APIContainerComponent,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import { type OutcomeCounts, readServerStats, type Stats } from '../../requests/unanswered/stats.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildCard, buildSeparator, buildText, COLOURS, fitLines } from '../cards/card.ts';
import { countAll, describeQuestions } from '../cards/digest-card.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import type { CommandLinks } from '../kit/command-links.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import type { Command } from '../kit/context.ts';
import { deferPrivately } from '../kit/first-response.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { buildReply } from '../kit/replies.ts';
import { MODERATOR, readRequester } from '../kit/requester.ts';

const PERIODS = [7, 30] as const;
const MAX_LINE_CHARS = 150;
/** Three lists of this size and what stands above them stay below the 4,000 characters of a message. */
const LIST_LIMITS = { maxLines: 5, maxChars: 900 };

/** `/stats`: shows how many questions a server asked, how they were answered, how that was before, and what to do next. */
export const statsCommand: Command = {
  definition: {
    ...localiseDescription((commands) => commands.stats),
    default_member_permissions: MODERATOR.toString(),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
    options: [
      {
        type: ApplicationCommandOptionType.Integer,
        ...localiseDescription((commands) => commands.stats.options.days),
        choices: PERIODS.map((days) => ({ name: String(days), value: days })),
      },
    ],
  },
  async run(interaction, context) {
    await deferPrivately(interaction);
    const guildId = requireGuildId(interaction);
    const days = interaction.options.getInteger('days') ?? PERIODS[0];
    const stats = await readServerStats(context, {
      requester: readRequester(interaction, context),
      guildId,
      days,
    });
    const card = buildStatsCard(stats, context);
    await interaction.editReply(buildReply({ components: [card] }));
  },
};

interface StatsShown {
  readonly texts: Texts;
  readonly commandLinks: Pick<CommandLinks, 'link'>;
}

/** Builds the card with the figures of a server. Where nobody asked, it says how members ask. */
export function buildStatsCard(stats: Stats, { texts, commandLinks }: StatsShown): APIContainerComponent {
  const { stats: words } = texts;
  const { totals, openCount } = stats;
  const link = (line: string): string => commandLinks.link(line, texts);
  const isEmpty = countAll(totals) === 0;
  return buildCard(COLOURS.done, [
    ...buildText([`### ${words.title({ days: stats.days })}`]),
    ...buildText(isEmpty ? [link(words.nobodyAsked)] : describeFigures(stats, texts)),
    ...buildText([openCount === 0 ? words.nothingOpen : link(words.open({ count: openCount }))]),
    ...(isEmpty ? [] : listDetails(stats, texts)),
  ]);
}

function describeFigures(stats: Stats, texts: Texts): readonly string[] {
  const { stats: words } = texts;
  const { totals, helpful, notHelpful, posts } = stats;
  return [
    ...describeQuestions(stats, texts),
    drawBar(totals),
    [
      `🟩 ${words.answered({ count: totals.answered })}`,
      `🟧 ${words.unsure({ count: totals.unsure })}`,
      `⬜ ${words.unknown({ count: totals.unknown })}`,
    ].join(' · '),
    `👍 ${helpful} · 👎 ${notHelpful}`,
    ...(posts.answered === 0 ? [] : [words.posts(posts)]),
  ];
}

/** More squares would not fit into a line on a phone. */
const SQUARES = 10;

/** Draws the shares of the outcomes as squares; `counts` must not be empty. */
function drawBar(counts: OutcomeCounts): string {
  const all = countAll(counts);
  // Rounding the limits between the colours, not the colours, makes every bar as long.
  const toSquares = (count: number): number => Math.round((count / all) * SQUARES);
  const green = toSquares(counts.answered);
  const coloured = toSquares(counts.answered + counts.unsure);
  return '🟩'.repeat(green) + '🟧'.repeat(coloured - green) + '⬜'.repeat(SQUARES - coloured);
}

function listDetails({ questions, topArticles, neverQuoted }: Stats, texts: Texts) {
  const { stats: words, more } = texts;
  const lists = [
    {
      name: words.questions,
      lines: questions.map(({ question, times }) => formatCount(question, times)),
      more: more.lines,
    },
    {
      name: words.articles,
      lines: topArticles.map(({ title, times }) => formatCount(title, times)),
      more: more.articles,
    },
    {
      name: words.neverQuoted,
      lines: neverQuoted.map((title) => escapeWithin(title, MAX_LINE_CHARS)),
      more: more.articles,
    },
  ].filter(({ lines }) => lines.length > 0);
  const parts = lists.flatMap(({ name, lines, more: describeRest }) => {
    const items = lines.map((line) => `- ${line}`);
    return buildText([`**${name}**`, ...fitLines(items, { ...LIST_LIMITS, more: describeRest })]);
  });
  return parts.length === 0 ? [] : [buildSeparator(), ...parts];
}

function formatCount(text: string, times: number): string {
  return `${times} × ${escapeWithin(text, MAX_LINE_CHARS)}`;
}
