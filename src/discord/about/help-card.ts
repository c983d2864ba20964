import type { APIEmbed } from 'discord.js';
import type { Texts } from '../../wording/kit/texts.ts';
import { COLOURS } from '../cards/colours.ts';

/** What the bot can do, what it keeps, and who moderates. */
export function buildHelpCard({ help }: Texts): APIEmbed {
  return {
    color: COLOURS.done,
    title: help.title,
    description: whatIDo(help.what),
    fields: [
      { name: help.privacyTitle, value: bulleted(help.privacy) },
      { name: help.moderationTitle, value: help.moderation },
    ],
  };
}

/** The first says what it is about, the others what can be done. */
function whatIDo([first = '', ...others]: readonly string[]): string {
  return `${first}\n${bulleted(others)}`;
}

function bulleted(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}
