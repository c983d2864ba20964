export const settings = {
  /** Above the list of all. */
  title: 'How I work in this server',
  /** Who has changed what. */
  changed: '{by} has changed the settings: {words}',
  /** What each is called where changes are listed. */
  names: {
    humanChannelId: 'channel for people',
    humanRoleId: 'role for people',
    logChannelId: 'log channel',
    moderatorRoleIds: 'moderator roles',
    speakChannelIds: 'channels where I speak',
    answersMentions: 'whether I answer mentions',
    mentionChannelIds: 'channels where I answer mentions',
    isPrivateByDefault: 'whom answers are for',
    questionsInARow: 'questions in a row',
    secondsBetween: 'seconds between questions',
    strictness: 'strictness',
    language: 'language',
    staleAfterDays: 'when articles are stale',
  },
  /** Where questions for people go; `''` for nowhere. */
  people: {
    none: 'Questions are not handed to people.',
    some: 'Questions for people go to {places}.',
  },
  /** Which roles make moderators; `''` for none. */
  moderators: {
    none: 'Moderators are those who may manage messages or the server.',
    some: 'Moderators are those who may manage messages or the server, and {roles}.',
  },
  /** Where what moderators do is told; `''` for nowhere. */
  log: {
    none: 'Refreshes and changed settings are not told in a channel.',
    some: 'Refreshes and changed settings are told in {place}.',
  },
  /** Where it says something to all; `''` for everywhere. */
  speak: {
    none: 'I answer for all to see in every channel.',
    some: 'I answer for all to see in {places} alone; elsewhere only who asks sees the answer.',
  },
  /** Where it answers mentions; `''` for wherever it speaks. */
  mentions: {
    none: 'I answer mentions wherever I speak.',
    some: 'I answer mentions in {places} alone.',
  },
  noMentions: 'I do not answer mentions.',
  /** Whom an answer is for where the asker does not say. */
  forAsker: 'The answer to `/ask` is for the asker alone, unless they choose otherwise.',
  forAll: 'The answer to `/ask` is for all to see, unless the asker chooses otherwise.',
  cooldown:
    'Each member has {inARow, plural, one {# question} other {# questions}} in a row in a channel, then one every {seconds, plural, one {# second} other {# seconds}}.',
  strictness: {
    strict: 'Strict: I answer only what I am very sure of, and say more often that I do not know.',
    balanced: 'Balanced: I answer what I am sure of, and show the closest passage where I am less sure.',
    lenient: 'Lenient: I answer more, am wrong more often, and show more passages as the closest.',
  },
  /** The language by its own name. */
  language: 'Here I speak to everybody in one language: {name}.',
  ownLanguage: 'I speak the language of whoever asks, where I know it, and the server’s to all.',
  stale:
    'Articles that nobody has looked after for {days, plural, one {# day} other {# days}} are called stale.',
  /** Warnings: the bot may not write there, it is set to be silent where it would answer mentions, or may not show cards; a role is not pinged; who has a role does not see the commands yet. */
  closed: 'I may not write in {place} yet: let me view it and send messages there.',
  silent: 'I do not speak in {place}, so I do not answer mentions there either: see `/settings speak`.',
  closedToCards: 'I may not write in {place} yet: let me view it, send messages and embed links there.',
  roleNotCalled:
    '{role} will be named, but not called: let everyone mention it, or give me the permission “Mention @everyone, @here and All Roles”.',
  commandsHidden:
    'For whoever has such a role to see the commands, open these to it under Server Settings › Integrations.',
} as const;
