import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  MessageFlags,
} from 'discord.js';

export type ComponentRow = APIActionRowComponent<APIComponentInMessageActionRow>;

export interface ReplyContent {
  /** Text above the cards; whoever it names is pinged only if `pings` names them too. */
  readonly content?: string;
  readonly embeds: readonly APIEmbed[];
  readonly components?: readonly ComponentRow[];
  /** Set where no link is to unfold into a picture of its page. */
  readonly flags?: MessageFlags.SuppressEmbeds;
  readonly pings?: { readonly users?: readonly string[]; readonly roles?: readonly string[] };
}

/** The one shape in which every reply leaves: whatever a member or an article has written, nobody else is pinged. */
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

/** The same for one person's eyes. */
export function buildPrivateReply(content: ReplyContent) {
  return { ...buildReply(content), flags: MessageFlags.Ephemeral } as const;
}

export type Reply = ReturnType<typeof buildReply>;
export type PrivateReply = ReturnType<typeof buildPrivateReply>;
