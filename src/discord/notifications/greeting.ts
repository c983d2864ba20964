import { AuditLogEvent, type Guild, type GuildTextBasedChannel, PermissionFlagsBits } from 'discord.js';
import { listExampleQuestions } from '../../requests/asking/suggest-questions.ts';
import { buildCard, buildText, COLOURS } from '../cards/card.ts';
import { buildButtonRows } from '../kit/components/buttons.ts';
import { buildAddArticleButton } from '../kit/components/note-modal.ts';
import { buildExampleRows, buildSetUpButton } from '../kit/components/shared-buttons.ts';
import { type BotContext, createRequestContext, type RequestContext } from '../kit/context.ts';
import { escapeLinks, escapeWithin } from '../kit/markdown/markdown.ts';
import { addNonce } from '../kit/posting.ts';
import { buildReply, type ReplyContent } from '../kit/replies.ts';

/**
 * Says in a server's system channel what the bot does, with *Set up* and questions to try. Where the bot may not write there, it says so to
 * whoever added it, if the audit log tells who did, and else to nobody. Pings nobody.
 */
export async function greet(guild: Guild, context: BotContext): Promise<void> {
  const request = await createRequestContext(context, guild.id, [guild.preferredLocale]);
  const channel = findSystemChannel(guild);
  if (channel !== null) {
    const content = await buildGreeting(channel, request);
    await channel.send(addNonce(buildReply(content), 'greeting', guild.id));
    return;
  }
  const adderId = await findAdder(guild);
  if (adderId === null) context.log.info({ guildId: guild.id }, 'not greeted: no system channel to write in');
  else await guild.client.users.send(adderId, buildReply(buildPrivateGreeting(guild, request)));
}

async function buildGreeting(channel: GuildTextBasedChannel, context: RequestContext): Promise<ReplyContent> {
  const { texts, commandLinks } = context;
  const { greeting } = texts;
  const { guildId, id: channelId } = channel;
  const readers = context.askerAccess.readChannelAccess({ guildId, channelId });
  const questions = await listExampleQuestions(context, { guildId, readers });
  const lines = [
    commandLinks.link(greeting.hello, texts),
    greeting.setUp,
    commandLinks.link(greeting.addArticles, texts),
    ...(questions.length === 0 ? [] : [greeting.tryOne]),
  ];
  const card = buildCard(COLOURS.done, buildText(lines));
  const rows = [
    ...buildButtonRows([buildSetUpButton(texts), buildAddArticleButton(texts)]),
    ...buildExampleRows(questions),
  ];
  return { components: [card, ...rows] };
}

/** Outside the server no button could change its settings, so the command is named instead. */
function buildPrivateGreeting({ name }: Guild, { texts, commandLinks }: RequestContext): ReplyContent {
  const server = escapeWithin(name, MAX_NAME_CHARS, escapeLinks);
  const lines = [texts.greeting.joined({ server }), commandLinks.link(texts.greeting.hello, texts)];
  return { components: [buildCard(COLOURS.done, buildText(lines))] };
}

/** Returns the id of whoever added the bot to a server; null where the bot may not see the audit log, or it does not tell. */
async function findAdder(guild: Guild): Promise<string | null> {
  const { me } = guild.members;
  if (me === null || !me.permissions.has(PermissionFlagsBits.ViewAuditLog)) return null;
  const { entries } = await guild.fetchAuditLogs({ type: AuditLogEvent.BotAdd, limit: MOST_LOOKED_AT });
  return entries.find(({ targetId }) => targetId === me.id)?.executorId ?? null;
}

const MOST_LOOKED_AT = 10;
const MAX_NAME_CHARS = 200;

function findSystemChannel({ systemChannel, members: { me } }: Guild): GuildTextBasedChannel | null {
  if (systemChannel === null || me === null) return null;
  const needed = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages];
  return systemChannel.permissionsFor(me).has(needed) ? systemChannel : null;
}
