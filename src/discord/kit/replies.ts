import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  MessageFlags,
} from 'discord.js';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

export interface ReplyContent {
  /** Text above the cards; whoever it names is pinged only if `pings` names them too. */
  readonly content?: string;
  readonly embeds: readonly APIEmbed[];
  readonly components?: readonly Row[];
  /** Set where no link is to unfold into a picture of its page. */
  readonly flags?: MessageFlags.SuppressEmbeds;
  readonly pings?: { readonly users?: readonly string[]; readonly roles?: readonly string[] };
}

/** The one shape in which every reply leaves: whatever a member or an article has written, nobody else is pinged. */
export function reply({ content, embeds, components = [], flags, pings = {} }: ReplyContent) {
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
export function privateReply(content: ReplyContent) {
  return { ...reply(content), flags: MessageFlags.Ephemeral } as const;
}

export type Reply = ReturnType<typeof reply>;
export type PrivateReply = ReturnType<typeof privateReply>;
