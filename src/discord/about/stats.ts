import {
  type APIEmbed,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import { encode } from 'fast-png';
import { readServerStats, type Stats } from '../../requests/unanswered/stats.ts';
import type { DayUsage } from '../../store/records/usage.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { COLOURS } from '../cards/colours.ts';
import { fitLines } from '../cards/fit-lines.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import type { Command } from '../kit/context.ts';
import { deferPrivately } from '../kit/first-response.ts';
import { EMBED_LIMITS } from '../kit/limits.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { buildReply } from '../kit/replies.ts';
import { MODERATOR, readRequester } from '../kit/requester.ts';

const PICTURE = 'days.png';
const PERIODS = [7, 30] as const;
const MAX_LINE_CHARS = 150;
const LIST_LIMITS = { maxLines: 5, maxChars: EMBED_LIMITS.fieldValue };

/** `/stats`: shows how many questions a server asked and how they were answered, with a picture of the days. */
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
    await interaction.editReply({
      ...buildReply({ embeds: [buildStatsCard(stats, context.texts)] }),
      files: [{ attachment: Buffer.from(drawDays(stats.days)), name: PICTURE }],
    });
  },
};

function buildStatsCard(stats: Stats, texts: Texts): APIEmbed {
  const { stats: words } = texts;
  const { totals, helpful, notHelpful, days, questions, topArticles, neverQuoted } = stats;
  const fields = [
    {
      name: words.questions,
      lines: questions.map(({ question, times }) => formatCount(question, times)),
      more: texts.more.lines,
    },
    {
      name: words.articles,
      lines: topArticles.map(({ title, times }) => formatCount(title, times)),
      more: texts.more.articles,
    },
    {
      name: words.neverQuoted,
      lines: neverQuoted.map((title) => escapeWithin(title, MAX_LINE_CHARS)),
      more: texts.more.articles,
    },
  ];
  return {
    color: COLOURS.done,
    title: words.title({ days: days.length }),
    description: [
      `🟩 ${words.answered({ count: totals.answered })} · 🟧 ${words.unsure({ count: totals.unsure })} · ⬜ ${words.unknown({ count: totals.unknown })}`,
      `👍 ${helpful} · 👎 ${notHelpful}`,
    ].join('\n'),
    fields: fields
      .filter(({ lines }) => lines.length > 0)
      .map(({ name, lines, more }) => ({ name, value: buildList(lines, more) })),
    image: { url: `attachment://${PICTURE}` },
  };
}

function buildList(lines: readonly string[], more: (values: { readonly count: number }) => string): string {
  return fitLines(
    lines.map((line) => `- ${line}`),
    { ...LIST_LIMITS, more },
  ).join('\n');
}

function formatCount(text: string, times: number): string {
  return `${times} × ${escapeWithin(text, MAX_LINE_CHARS)}`;
}

const HEIGHT = 120;
const WIDTH = 600;
/** The gap between two bars, as a share of a day's width. */
const GAP = 0.2;
/** Height of the line below the bars, which shows days without a question too. */
const LINE = 2;
const OUTCOMES = ['answered', 'unsure', 'unknown'] as const;

/**
 * Draws one bar for each day, the first on the left: answered questions at the bottom, then unsure ones, then unknown ones. Returns a PNG
 * with a transparent background.
 */
export function drawDays(days: readonly DayUsage[]): Uint8Array {
  const pixels = new Uint8Array(WIDTH * HEIGHT * 4);
  const most = Math.max(1, ...days.map(({ answered, unsure, unknown }) => answered + unsure + unknown));
  const dayWidth = WIDTH / days.length;
  for (const [index, day] of days.entries()) {
    const [left, right] = [Math.round(index * dayWidth), Math.round((index + 1 - GAP) * dayWidth)];
    fillBox(pixels, { left, right, bottom: 0, top: LINE }, COLOURS.unknown);
    let from = 0;
    for (const outcome of OUTCOMES) {
      const to = from + day[outcome];
      const height = (count: number): number => LINE + Math.round((count / most) * (HEIGHT - LINE));
      fillBox(pixels, { left, right, bottom: height(from), top: height(to) }, COLOURS[outcome]);
      from = to;
    }
  }
  return encode({ width: WIDTH, height: HEIGHT, data: pixels, channels: 4 });
}

interface Box {
  readonly left: number;
  readonly right: number;
  /** Measured from the lower edge. */
  readonly bottom: number;
  readonly top: number;
}

/** Fills a box with a colour in Discord's format, 0xRRGGBB. */
function fillBox(pixels: Uint8Array, { left, right, bottom, top }: Box, colour: number): void {
  for (let y = HEIGHT - top; y < HEIGHT - bottom; y++) {
    for (let x = left; x < right; x++) {
      pixels.set([colour >> 16, (colour >> 8) & 255, colour & 255, 255], (y * WIDTH + x) * 4);
    }
  }
}
