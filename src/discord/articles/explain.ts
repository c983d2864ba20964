import { type APIEmbed, ApplicationCommandOptionType } from 'discord.js';
import { explainAnswer } from '../../requests/articles/explain-answer.ts';
import type { AskReply } from '../../serving/asking/ask.ts';
import type { ExplainedReply, ExplainedTaughtAnswer } from '../../serving/asking/explain.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { shorten } from '../../text/layout/shorten.ts';
import { describeExplanation } from '../../wording/explanation-words.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { joinPhrasings } from '../../wording/stand-out.ts';
import { COLOURS } from '../cards/colours.ts';
import { fitLines } from '../cards/fit-lines.ts';
import { formatPassage } from '../cards/passage-markdown.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { buildButtonRows } from '../kit/components/buttons.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import { buildForgetTaughtButton } from '../kit/components/forget-taught-button.ts';
import { respondPrivately } from '../kit/first-response.ts';
import { EMBED_LIMITS } from '../kit/limits.ts';
import { extractQuestion } from '../kit/markdown/extract-question.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { readRequester } from '../kit/requester.ts';
import type { Subcommand } from '../kit/subcommands.ts';

const MAX_QUESTION_CHARS = 200;
const MAX_LINE_CHARS = 200;
const MAX_QUOTE_CHARS = 160;
const MAX_LOCATION_CHARS = 120;
const MAX_PASSAGE_CHARS = 1200;
/** More matches fill two screens of a phone, and seldom contain the right one. */
const MAX_MATCHES = 3;
const READ_LIMITS = { maxLines: 14, maxChars: EMBED_LIMITS.fieldValue };

/** `/knowledge explain`: shows how a question was understood, its matches and the reason for the outcome, with a button to forget a taught answer. */
export const explainSubcommand: Subcommand = {
  definition: {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ knowledge }) => knowledge.subcommands.explain),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...localiseDescription(({ knowledge }) => knowledge.subcommands.explain.options.question),
        required: true,
      },
    ],
  },
  async run(interaction, context) {
    const guildId = requireGuildId(interaction);
    const requester = readRequester(interaction, context);
    const question = extractQuestion(interaction.options.getString('question', true));
    const explained = await explainAnswer(context, { requester, guildId, question });
    const { taughtAnswer } = explained;
    const components =
      taughtAnswer === null ? [] : buildButtonRows([buildForgetTaughtButton(taughtAnswer.id, context.texts)]);
    await respondPrivately(interaction, {
      embeds: [buildExplanationCard(explained, context.texts)],
      components,
    });
  },
};

function buildExplanationCard({ reply, explanation, taughtAnswer }: ExplainedReply, texts: Texts): APIEmbed {
  const { read, outcome, matches } = describeExplanation(reply, explanation, texts);
  const { explain: words, more } = texts;
  const lines = (all: readonly string[]): string =>
    fitLines(
      all.map((line) => `- ${escapeWithin(line, MAX_LINE_CHARS)}`),
      { ...READ_LIMITS, more: more.lines },
    ).join('\n');
  const found = matches
    .slice(0, MAX_MATCHES)
    .map(({ location, quote, why }, number) =>
      [
        `${number + 1}. **${escapeWithin(location, MAX_LOCATION_CHARS)}**`,
        `  ${escapeWithin(quote, MAX_QUOTE_CHARS)}`,
        `  -# ${escapeWithin(why, MAX_LINE_CHARS)}`,
      ].join('\n'),
    );
  return {
    author: { name: shorten(toPrintable(reply.question), MAX_QUESTION_CHARS).trim() || '…' },
    color: COLOURS[reply.outcome],
    title: words.title,
    // The passage and the outcome come first; the rest is for those who want to know more.
    description: [
      ...buildPassageLines(reply, texts),
      `**${words.why}**`,
      lines([...outcome, ...describeTaughtAnswer(taughtAnswer, texts)]),
      ...(found.length === 0 ? [] : ['', `**${words.matches}**`, ...found]),
    ].join('\n'),
    fields: [{ name: words.read, value: lines(read) }],
  };
}

/** Shows the passage as the asker sees it. */
function buildPassageLines(reply: AskReply, texts: Texts): readonly string[] {
  if (reply.passage === null) return [];
  const asked = reply.outcome === 'answered' ? joinPhrasings(reply) : null;
  const shown = { texts, asked, moreButton: null, isQuoted: true, maxChars: MAX_PASSAGE_CHARS };
  return [`**${texts.explain.shown}**`, formatPassage(reply.passage, shown), ''];
}

function describeTaughtAnswer(
  taughtAnswer: ExplainedTaughtAnswer | null,
  { explain: words }: Texts,
): readonly string[] {
  if (taughtAnswer === null) return [];
  return [
    words.taughtAs({ question: taughtAnswer.phrasing }),
    ...(taughtAnswer.isInArticles ? [] : [words.taughtGone]),
  ];
}
