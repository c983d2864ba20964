import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
} from 'discord.js';

export type ComponentRow = APIActionRowComponent<APIComponentInMessageActionRow>;

export interface ReplyContent {
  /** Text of a message without cards. Members and roles that it mentions are pinged only when `pings` holds their ids. */
  readonly content?: string;
  /** Rows of buttons and menus, and cards of Components V2. A message with such a card has no `content`, and never has one again. */
  readonly components?: readonly APIMessageTopLevelComponent[];
  /** Set to keep links from unfolding into previews. */
  readonly flags?: MessageFlags.SuppressEmbeds;
  readonly pings?: { readonly users?: readonly string[]; readonly roles?: readonly string[] };
}

/** Builds the body of every reply. Nobody but `pings` is pinged, whatever a member or an article has written. */
export function buildReply({ content, components = [], flags, pings = {} }: ReplyContent) {
  const { users = [], roles = [] } = pings;
  const set = [
    ...(flags === undefined ? [] : [flags]),
    ...(components.some(({ type }) => type !== ComponentType.ActionRow)
      ? [MessageFlags.IsComponentsV2 as const]
      : []),
  ];
  return {
    ...(content === undefined ? {} : { content }),
    // Earlier versions sent embeds, which an edit of their messages has to remove.
    embeds: [],
    components: [...components],
    ...(set.length === 0 ? {} : { flags: set }),
    allowedMentions: { parse: [], users: [...users], roles: [...roles], repliedUser: false },
  };
}

/** Builds the body that puts cards in place of all that a message shows. Earlier versions sent texts and embeds, which it removes. */
export function buildReplacement(components: readonly APIMessageTopLevelComponent[]) {
  return { ...buildReply({ components }), content: null };
}

/** Builds a reply that only its recipient sees. */
export function buildPrivateReply(content: ReplyContent) {
  const { flags = [], ...reply } = buildReply(content);
  return { ...reply, flags: [...flags, MessageFlags.Ephemeral] } as const;
}

export type Reply = ReturnType<typeof buildReply>;
