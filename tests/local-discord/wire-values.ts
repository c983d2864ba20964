/**
 * The numbers of Discord's protocol that the local Discord and its tests speak of.
 * Written out here because importing them from discord.js would load the whole client.
 *
 * @see https://docs.discord.com/developers/reference
 */
export const messageFlag = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  componentsV2: 1 << 15,
} as const;

export const callbackType = {
  pong: 1,
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  autocomplete: 8,
  modal: 9,
} as const;

export const interactionType = { command: 2, component: 3, autocomplete: 4, modalSubmit: 5 } as const;

export const commandType = { chat: 1, userMenu: 2, messageMenu: 3 } as const;

export const optionType = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

export const channelType = { text: 0, dm: 1, groupDm: 3, publicThread: 11, forum: 15 } as const;

export const messageType = { normal: 0, reply: 19, chatCommand: 20, menuCommand: 23 } as const;

/** Where an interaction comes from. */
export const interactionContext = { guild: 0, botDm: 1, privateChannel: 2 } as const;

/** Whom an app is installed for. */
export const installType = { guild: '0', user: '1' } as const;

export const componentType = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
} as const;

export const buttonStyle = { primary: 1, link: 5, premium: 6 } as const;

export const intent = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  guildReactions: 1 << 10,
  directMessages: 1 << 12,
  directReactions: 1 << 13,
  messageContent: 1 << 15,
} as const;

export const opcode = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voiceState: 4,
  resume: 6,
  reconnect: 7,
  requestMembers: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

export const closeCode = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  rateLimited: 4008,
  invalidShard: 4010,
  disallowedIntents: 4014,
} as const;
