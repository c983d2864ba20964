import type { APIEmbed } from 'discord.js';
import type { Texts } from '../../wording/kit/texts.ts';
import { COLOURS } from '../cards/colours.ts';
import { EVERYWHERE, localiseDescription } from '../kit/components/command-texts.ts';
import type { Command } from '../kit/context.ts';
import { respondPrivately } from '../kit/first-response.ts';

/** `/help`: shows the caller what the bot can do, what it keeps, and who moderates. */
export const helpCommand: Command = {
  definition: {
    ...localiseDescription((commands) => commands.help),
    ...EVERYWHERE,
  },
  async run(interaction, { texts }) {
    await respondPrivately(interaction, { embeds: [buildHelpCard(texts)] });
  },
};

/** Builds the card that says what the bot can do, what it keeps, and who moderates. */
export function buildHelpCard({ help }: Texts): APIEmbed {
  return {
    color: COLOURS.done,
    title: help.title,
    description: describeAbilities(Object.values(help.what)),
    fields: [
      { name: help.privacyTitle, value: formatBullet(Object.values(help.privacy)) },
      { name: help.moderationTitle, value: help.moderation },
    ],
  };
}

/** The first line introduces the list of the others. */
function describeAbilities([first = '', ...others]: readonly string[]): string {
  return `${first}\n${formatBullet(others)}`;
}

function formatBullet(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}
