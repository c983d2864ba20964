/** What members read about the settings. */
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
  /** How each setting is set that has a sub-command to itself; `/settings show` lists these sentences. */
  states: {
    /** Which roles make moderators. */
    moderatorRoleIds: {
      none: 'Moderators are those who may manage messages or the server.',
      some: 'Moderators are those who may manage messages or the server, and {value}.',
    },
    /** Where the bot posts what moderators do. */
    logChannelId: {
      none: 'Refreshes and changed settings are not told in a channel.',
      some: 'Refreshes and changed settings are told in {value}.',
    },
    /** Where the bot posts messages that everybody can read. */
    speakChannelIds: {
      none: 'I answer for all to see in every channel.',
      some: 'I answer for all to see in {value} alone; elsewhere only who asks sees the answer.',
    },
    /** Who sees an answer where the asker does not say. */
    isPrivateByDefault: {
      on: 'The answer to `/ask` is for the asker alone, unless they choose otherwise.',
      off: 'The answer to `/ask` is for all to see, unless the asker chooses otherwise.',
    },
    strictness: {
      strict: 'Strict: I answer only what I am very sure of, and say more often that I do not know.',
      balanced: 'Balanced: I answer what I am sure of, and show the closest passage where I am less sure.',
      lenient: 'Lenient: I answer more, am wrong more often, and show more passages as the closest.',
    },
    /** The value is the language's own name. */
    language: {
      none: 'I speak the language of whoever asks, where I know it, and the server’s to all.',
      some: 'Here I speak to everybody in one language: {value}.',
    },
    staleAfterDays:
      'Articles that nobody has looked after for {value, plural, one {# day} other {# days}} are called stale.',
  },
  /** Where questions for helpers go: a channel, a role, or both. */
  people: {
    none: 'Questions are not handed to people.',
    some: 'Questions for people go to {places}.',
  },
  /** Where the bot answers mentions; `none` stands for wherever it speaks. */
  mentions: {
    none: 'I answer mentions wherever I speak.',
    some: 'I answer mentions in {places} alone.',
  },
  noMentions: 'I do not answer mentions.',
  cooldown:
    'Each member has {inARow, plural, one {# question} other {# questions}} in a row in a channel, then one every {seconds, plural, one {# second} other {# seconds}}.',
  /** Warnings: the bot may not write in a channel, is set to be silent there, or may not show cards; a mention does not ping a role; members with a role do not see the commands yet. */
  closed: 'I may not write in {place} yet: let me view it and send messages there.',
  silent: 'I do not speak in {place}, so I do not answer mentions there either: see `/settings speak`.',
  closedToCards: 'I may not write in {place} yet: let me view it, send messages and embed links there.',
  roleNotCalled:
    '{role} will be named, but not called: let everyone mention it, or give me the permission “Mention @everyone, @here and All Roles”.',
  commandsHidden:
    'For whoever has such a role to see the commands, open these to it under Server Settings › Integrations.',
} as const;

/** How Discord shows `/settings`. The options have the names of the settings; those for several roles or channels are alike everywhere. */
export const settingsCommand = {
  name: 'settings',
  description: 'How I work in this server (for those who manage it)',
  subcommands: {
    show: {
      name: 'show',
      description: 'How everything is set now',
    },
    moderators: {
      name: 'moderators',
      description: 'Roles that moderate me, beside “Manage Messages”; nothing chosen: none',
    },
    log: {
      name: 'log',
      description: 'Where refreshes and changed settings are told; nothing chosen: nowhere',
      options: {
        logChannelId: {
          name: 'channel',
          description: 'The channel, best one that only moderators see',
        },
      },
    },
    people: {
      name: 'people',
      description: 'Where questions go that somebody hands to people; nothing chosen: nowhere',
      options: {
        humanChannelId: {
          name: 'channel',
          description: 'The channel they are posted in; else where they were asked',
        },
        humanRoleId: {
          name: 'role',
          description: 'The role that is called',
        },
      },
    },
    speak: {
      name: 'speak',
      description: 'Channels where I answer for all to see; nothing chosen: everywhere',
    },
    mentions: {
      name: 'mentions',
      description: 'Channels where I answer mentions; nothing chosen: wherever I speak',
      options: {
        answersMentions: {
          name: 'nowhere',
          description: 'Do not answer mentions at all',
        },
      },
    },
    private: {
      name: 'private',
      description: 'Whether answers to /ask are for the asker alone unless they say otherwise',
      options: {
        isPrivateByDefault: {
          name: 'by-default',
          description: 'Yes: for the asker alone; no: for all to see',
        },
      },
    },
    cooldown: {
      name: 'cooldown',
      description: 'How often a member may ask in a channel; what is not chosen is as at first',
      options: {
        questionsInARow: {
          name: 'in-a-row',
          description: 'So many questions in a row',
        },
        secondsBetween: {
          name: 'seconds',
          description: 'Then one every so many seconds',
        },
      },
    },
    strictness: {
      name: 'strictness',
      description: 'How sure I have to be to answer',
      options: {
        strictness: {
          name: 'step',
          description: 'One of three steps',
        },
      },
      choices: {
        strict: 'Strict: only what I am very sure of',
        balanced: 'Balanced: what I am sure of (as at first)',
        lenient: 'Lenient: more answers, and more wrong ones',
      },
    },
    language: {
      name: 'language',
      description: 'The language I speak here; nothing chosen: that of whoever asks',
      options: {
        language: {
          name: 'language',
          description: 'For everybody and everything I say; quotes stay as they are',
        },
      },
    },
    stale: {
      name: 'stale',
      description: 'After how many days an article is called stale; nothing chosen: 180',
      options: {
        staleAfterDays: {
          name: 'days',
          description: 'So many; an article may say another number',
        },
      },
    },
  },
  roles: {
    first: 'role',
    second: 'second-role',
    third: 'third-role',
    description: 'Whoever has it is a moderator of mine',
  },
  channels: {
    first: 'channel',
    second: 'second-channel',
    third: 'third-channel',
    fourth: 'fourth-channel',
    fifth: 'fifth-channel',
    description: 'A channel, or a category with all in it',
  },
} as const;
