import type { Guild } from 'discord.js';
import type { ServerSettings, SettingsCommandName } from '../../server-settings/settings-table.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { type BotAccess, readBotAccess } from '../kit/channels/bot-access.ts';

/** Returns a line for each thing that keeps the settings of these sub-commands from working. */
export function listWarningLines(
  commands: readonly SettingsCommandName[],
  settings: ServerSettings,
  { guild, texts }: { readonly guild: Guild | null; readonly texts: Texts },
): readonly string[] {
  const access = readBotAccess(guild);
  const warnings = commands.flatMap((command) => listWarnings(command, settings, { access, texts }));
  return warnings.map((warning) => `⚠️ ${warning}`);
}

/** Returns what keeps the settings of a sub-command from working, such as a channel where the bot may not write. */
export function listWarnings(
  command: SettingsCommandName,
  settings: ServerSettings,
  { access, texts }: { readonly access: BotAccess; readonly texts: Texts },
): readonly string[] {
  return WARNINGS[command]?.(settings, access, texts.settings) ?? [];
}

/** Only sub-commands whose settings depend on Discord stand here. */
const WARNINGS: Readonly<
  Partial<
    Record<
      SettingsCommandName,
      (settings: ServerSettings, access: BotAccess, texts: Texts['settings']) => readonly string[]
    >
  >
> = {
  moderators: ({ moderatorRoleIds }, _, texts) =>
    moderatorRoleIds.length === 0 ? [] : [texts.commandsHidden],
  log({ logChannelId }, { canWrite, isSeenByMembers }, texts) {
    if (logChannelId === null) return [];
    const channel = `<#${logChannelId}>`;
    return [
      ...(canWrite(logChannelId) ? [] : [texts.closed({ channel })]),
      ...(isSeenByMembers(logChannelId) ? [texts.openLog({ channel })] : []),
    ];
  },
  people({ helperChannelId, helperRoleId }, { canWrite, canPing }, texts) {
    const isOpen = helperChannelId === null || canWrite(helperChannelId);
    const isPinged = helperRoleId === null || canPing(helperRoleId, helperChannelId);
    return [
      ...(isOpen ? [] : [texts.closed({ channel: `<#${helperChannelId}>` })]),
      ...(isPinged ? [] : [texts.roleNotCalled({ role: `<@&${helperRoleId}>` })]),
    ];
  },
  speak: ({ speakChannelIds }, access, texts) =>
    listClosed(speakChannelIds, access).map((id) => texts.closed({ channel: `<#${id}>` })),
  mentions(settings, access, texts) {
    const { answersMentions, mentionChannelIds } = settings;
    if (!answersMentions) return [];
    const silent = mentionChannelIds.filter((id) => isSilent(id, settings, access));
    return [
      ...listClosed(mentionChannelIds, access).map((id) => texts.closed({ channel: `<#${id}>` })),
      ...silent.map((id) => texts.silent({ channel: `<#${id}>` })),
    ];
  },
  forums(settings, access, texts) {
    const { forumChannelIds } = settings;
    const closed = forumChannelIds.filter((id) => !access.canWriteInThreads(id));
    const silent = forumChannelIds.filter((id) => isSilent(id, settings, access));
    return [
      ...closed.map((id) => texts.closedForum({ channel: `<#${id}>` })),
      ...silent.map((id) => texts.silentForum({ channel: `<#${id}>` })),
    ];
  },
};

/** Returns the channels that the bot may not write in. Its permissions in a category do not tell. */
function listClosed(ids: readonly string[], { isCategory, canWrite }: BotAccess): readonly string[] {
  return ids.filter((id) => !isCategory(id) && !canWrite(id));
}

/** Returns whether the bot speaks neither there nor, where it is a category, in any channel of it. */
function isSilent(id: string, { speakChannelIds }: ServerSettings, { listParentIds }: BotAccess): boolean {
  if (speakChannelIds.length === 0) return false;
  const isSpeaking = [id, ...listParentIds(id)].some((each) => speakChannelIds.includes(each));
  return !isSpeaking && !speakChannelIds.some((each) => listParentIds(each).includes(id));
}
