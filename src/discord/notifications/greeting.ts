import { type Guild, type GuildTextBasedChannel, PermissionFlagsBits } from 'discord.js';
import { listExampleQuestions } from '../../requests/asking/suggest-questions.ts';
import { buildCard, buildText } from '../cards/card.ts';
import { COLOURS } from '../cards/colours.ts';
import { buildButtonRows } from '../kit/components/buttons.ts';
import { buildExampleRows } from '../kit/components/example-buttons.ts';
import { buildSetUpButton } from '../kit/components/set-up-button.ts';
import { type BotContext, createRequestContext, type RequestContext } from '../kit/context.ts';
import { addNonce } from '../kit/posting.ts';
import { buildReply, type ReplyContent } from '../kit/replies.ts';

/**
 * Says in a server's system channel what the bot does, with *Set up* and questions to try. Says nothing where the server has no such channel
 * or the bot may not write there. Pings nobody.
 */
export async function greet(guild: Guild, context: BotContext): Promise<void> {
  const channel = findSystemChannel(guild);
  if (channel === null) {
    context.log.info({ guildId: guild.id }, 'not greeted: no system channel to write in');
    return;
  }
  const request = await createRequestContext(context, guild.id, [guild.preferredLocale]);
  const content = await buildGreeting(guild.id, request);
  await channel.send(addNonce(buildReply(content), 'greeting', guild.id));
}

async function buildGreeting(guildId: string, context: RequestContext): Promise<ReplyContent> {
  const { texts, commandLinks } = context;
  const { greeting } = texts;
  const questions = await listExampleQuestions(context, guildId);
  const lines = [
    commandLinks.link(greeting.hello, texts),
    greeting.setUp,
    ...(questions.length === 0 ? [] : [greeting.tryOne]),
  ];
  const card = buildCard(COLOURS.done, buildText(lines));
  const rows = [...buildButtonRows([buildSetUpButton(texts)]), ...buildExampleRows(questions)];
  return { embeds: [], components: [card, ...rows] };
}

function findSystemChannel({ systemChannel, members: { me } }: Guild): GuildTextBasedChannel | null {
  if (systemChannel === null || me === null) return null;
  const needed = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages];
  return systemChannel.permissionsFor(me).has(needed) ? systemChannel : null;
}
