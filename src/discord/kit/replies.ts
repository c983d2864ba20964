import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  MessageFlags,
} from 'discord.js';

export type ComponentRow = APIActionRowComponent<APIComponentInMessageActionRow>;

export interface ReplyContent {
  /** Text above the cards. Members and roles that it mentions are pinged only when `pings` holds their ids. */
  readonly content?: string;
  readonly embeds: readonly APIEmbed[];
  readonly components?: readonly ComponentRow[];
  /** Set to keep links from unfolding into previews. */
  readonly flags?: MessageFlags.SuppressEmbeds;
  readonly pings?: { readonly users?: readonly string[]; readonly roles?: readonly string[] };
}

/** Builds the body of every reply. Nobody but `pings` is pinged, whatever a member or an article has written. */
export function buildReply({ content, embeds, components = [], flags, pings = {} }: ReplyContent) {
  const { users = [], roles = [] } = pings;
  return {
    ...(content === undefined ? {} : { content }),
    embeds: [...embeds],
    components: [...components],
    ...(flags === undefined ? {} : { flags }),
    allowedMentions: { parse: [], users: [...users], roles: [...roles], repliedUser: false },
  };
}

/** Builds a reply that only its recipient sees. */
export function buildPrivateReply(content: ReplyContent) {
  return { ...buildReply(content), flags: MessageFlags.Ephemeral } as const;
}

export type Reply = ReturnType<typeof buildReply>;
export type PrivateReply = ReturnType<typeof buildPrivateReply>;
