import type { APIContainerComponent } from 'discord.js';
import { listExampleQuestions } from '../../requests/asking/suggest-questions.ts';
import { maintainsFolder } from '../../requests/refreshing/refresh.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildCard, buildSeparator, buildText, COLOURS } from '../cards/card.ts';
import { readReaderAccess } from '../kit/channels/reader-access.ts';
import type { CommandLinks } from '../kit/command-links.ts';
import { buildButtonRows } from '../kit/components/buttons.ts';
import { EVERYWHERE, localiseDescription } from '../kit/components/command-texts.ts';
import { buildExampleRows, buildSetUpButton } from '../kit/components/shared-buttons.ts';
import type { Command } from '../kit/context.ts';
import { respondPrivately } from '../kit/first-response.ts';
import { readRefresher } from '../kit/requester.ts';

/** `/help`: shows the caller what the bot can do and how to ask, moderators their commands, and *Set up* to those who manage the server. */
export const helpCommand: Command = {
  definition: {
    ...localiseDescription((commands) => commands.help),
    ...EVERYWHERE,
  },
  async run(interaction, context) {
    const { requester, ...server } = readRefresher(interaction, context);
    const card = buildHelpCard(context, {
      isModerator: requester.isModerator,
      managesServer: requester.managesServer,
      maintainsFolder: maintainsFolder(server),
    });
    const questions = await listExampleQuestions(context, {
      guildId: interaction.guildId,
      readers: readReaderAccess(interaction),
    });
    const mayManage = interaction.inGuild() && requester.managesServer;
    const setUp = mayManage ? buildButtonRows([buildSetUpButton(context.texts)]) : [];
    const components = [card, ...buildExampleRows(questions), ...setUp];
    await respondPrivately(interaction, { components });
  },
};

/** Decides which commands the help lists. */
interface Reader {
  readonly isModerator: boolean;
  readonly managesServer: boolean;
  /** Whether moderators of the server look after the shared articles. */
  readonly maintainsFolder: boolean;
}

interface HelpDeps {
  readonly texts: Texts;
  readonly commandLinks: Pick<CommandLinks, 'link'>;
}

/** Builds the card that says what the bot can do and how to ask; for moderators, also their commands by what they are for. */
export function buildHelpCard({ texts, commandLinks }: HelpDeps, reader: Reader): APIContainerComponent {
  const { help } = texts;
  const link = (lines: readonly string[]): readonly string[] =>
    lines.map((line) => commandLinks.link(line, texts));
  const groups = reader.isModerator ? listGroups(texts, reader) : [];
  return buildCard(COLOURS.done, [
    ...buildText([`### ${help.title}`, ...Object.values(help.what).map((line) => `- ${line}`)]),
    ...buildText(link([`**${help.askTitle}**`, help.ask, help.sources])),
    ...(groups.length === 0 ? [] : [buildSeparator()]),
    ...groups.flatMap((group) => buildText(link(group))),
    buildSeparator(),
    ...buildText(link([`-# ${help.kept}`])),
  ]);
}

/** Lists the commands of moderators: of each group its title and a line for each command. */
function listGroups(
  { help: { moderators } }: Texts,
  { managesServer, maintainsFolder: isFolderOurs }: Reader,
): readonly (readonly string[])[] {
  const { questions, articles, server } = moderators;
  const forManagers = (line: string): readonly string[] => (managesServer ? [line] : []);
  return [
    [`**${questions.title}**`, questions.unanswered, questions.explain, questions.synonyms, questions.stats],
    [
      `**${articles.title}**`,
      articles.add,
      articles.save,
      articles.list,
      articles.edit,
      articles.show,
      articles.export,
      ...forManagers(articles.remove),
      ...(isFolderOurs ? [articles.refresh] : []),
    ],
    [`**${server.title}**`, ...forManagers(server.settings), server.undo],
  ];
}
