import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
} from 'discord.js';

export type ComponentRow = APIActionRowComponent<APIComponentInMessageActionRow>;

export interface ReplyContent {
  /** Text above the cards. Members and roles that it mentions are pinged only when `pings` holds their ids. */
  readonly content?: string;
  readonly embeds: readonly APIEmbed[];
  /**
   * Rows of buttons and menus, and cards of Components V2. A message with such a card has neither `content` nor `embeds`, and never becomes one
   * without them again.
   */
  readonly components?: readonly APIMessageTopLevelComponent[];
  /** Set to keep links from unfolding into previews. */
  readonly flags?: MessageFlags.SuppressEmbeds;
  readonly pings?: { readonly users?: readonly string[]; readonly roles?: readonly string[] };
}

/** Builds the body of every reply. Nobody but `pings` is pinged, whatever a member or an article has written. */
export function buildReply({ content, embeds, components = [], flags, pings = {} }: ReplyContent) {
  const { users = [], roles = [] } = pings;
  const set = [
    ...(flags === undefined ? [] : [flags]),
    ...(components.some(({ type }) => type !== ComponentType.ActionRow)
      ? [MessageFlags.IsComponentsV2 as const]
      : []),
  ];
  return {
    ...(content === undefined ? {} : { content }),
    embeds: [...embeds],
    components: [...components],
    ...(set.length === 0 ? {} : { flags: set }),
    allowedMentions: { parse: [], users: [...users], roles: [...roles], repliedUser: false },
  };
}

/** Builds the body that puts cards in place of all that a message shows. Earlier versions sent texts and embeds, which it removes. */
export function buildReplacement(components: readonly APIMessageTopLevelComponent[]) {
  return { ...buildReply({ embeds: [], components }), content: null };
}

/** Builds a reply that only its recipient sees. */
export function buildPrivateReply(content: ReplyContent) {
  const { flags = [], ...reply } = buildReply(content);
  return { ...reply, flags: [...flags, MessageFlags.Ephemeral] } as const;
}

export type Reply = ReturnType<typeof buildReply>;
