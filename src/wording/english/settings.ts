/** What members read about the settings. */
export const settings = {
  /** Above the list of all. */
  title: 'Settings of this server',
  /** Below the title of the screen. */
  atOnce: 'Every choice counts at once. Only you see this screen.',
  /** In a menu of channels or roles, before anything is chosen. */
  choose: 'Choose: {name}',
  /** An entry of a menu of values. */
  option: '{name}: {value}',
  /** Who has changed what. */
  changed: '{by} changed the settings: {words}',
  /** What each is called where changes are listed. */
  names: {
    helperChannelId: 'helper channel',
    helperRoleId: 'helper role',
    logChannelId: 'log channel',
    postsDigest: 'weekly digest',
    moderatorRoleIds: 'moderator roles',
    speakChannelIds: 'channels for public answers',
    answersMentions: 'answers to mentions',
    mentionChannelIds: 'channels for mentions',
    forumChannelIds: 'forums where I answer posts',
    isPrivateByDefault: 'answer visibility',
    questionsInARow: 'questions in a row',
    secondsBetween: 'seconds between questions',
    strictness: 'strictness',
    language: 'language',
    staleAfterDays: 'days until articles are outdated',
  },
  /** One change of a setting: its name, and its value before and after. */
  fromTo: '{name}: {from} → {to}',
  /** A value as a change names it, in a word or two; what is not here is a number, a channel, a role or a language. */
  values: {
    moderatorRoleIds: { none: 'none' },
    logChannelId: { none: 'none' },
    postsDigest: { on: 'on', off: 'off' },
    helperChannelId: { none: 'none' },
    helperRoleId: { none: 'none' },
    speakChannelIds: { none: 'all' },
    answersMentions: { on: 'on', off: 'off' },
    mentionChannelIds: { none: 'all' },
    forumChannelIds: { none: 'none' },
    isPrivateByDefault: { on: 'private', off: 'public' },
    strictness: { strict: 'strict', balanced: 'balanced', lenient: 'lenient' },
    language: { none: 'each member’s own' },
  },
  /** How each setting is set that has a sub-command to itself; `/settings show` lists these sentences. */
  states: {
    /** Which roles make moderators. */
    moderatorRoleIds: {
      none: 'Moderators: everyone who can manage messages or the server.',
      some: 'Moderators: everyone who can manage messages or the server, and {value}.',
    },
    /** Where the bot posts messages that everybody can read. */
    speakChannelIds: {
      none: 'Public answers in every channel.',
      some: 'Public answers only in {value}; private answers everywhere else.',
    },
    /** Where the bot answers posts by their titles. */
    forumChannelIds: {
      none: 'Forum posts: I don’t answer them.',
      some: 'Forum posts: I answer new ones in {value} when I’m sure.',
    },
    /** Who sees an answer where the asker does not say. */
    isPrivateByDefault: {
      on: 'Answers to `/ask` are private, unless the member chooses otherwise.',
      off: 'Answers to `/ask` are public, unless the member chooses otherwise.',
    },
    strictness: {
      strict: 'Strict: I only answer when I’m very sure, and say more often that I don’t know.',
      balanced: 'Balanced: I answer when I’m sure, and show the closest passage when I’m less sure.',
      lenient: 'Lenient: I answer more often, also wrongly, and show the closest passage more often.',
    },
    /** The value is the language's own name. */
    language: {
      none: 'Language: each member’s own in private, the server’s in public.',
      some: 'Language: {value} for everyone.',
    },
    staleAfterDays: 'Articles are marked outdated after {value, plural, one {# day} other {# days}}.',
  },
  /** Where the bot posts what moderators do, and each week what members asked. */
  log: {
    none: 'Log channel: none.',
    digest: 'Log channel: {channel}, with a digest every Monday.',
    noDigest: 'Log channel: {channel}, without a weekly digest.',
  },
  /** Where questions for helpers go: a channel, a role, or both. */
  people: {
    none: 'Helpers: off.',
    some: 'Questions for helpers go to {helpers}.',
  },
  /** Where the bot answers mentions; `none` stands for wherever it speaks. */
  mentions: {
    none: 'I answer mentions wherever public answers are allowed.',
    some: 'I answer mentions only in {channels}.',
  },
  noMentions: 'I don’t answer mentions. `/settings mentions` turns them on.',
  cooldown:
    'Limit: {inARow, plural, one {# question} other {# questions}} in a row per channel, then one every {seconds, plural, one {second} other {# seconds}}.',
  /** Warnings: the bot may not write in a channel, or is set to be silent there; a mention does not ping a role; members with a role do not see the commands yet. */
  closed: 'I can’t write in {channel} yet. Let me view it and send messages there.',
  silent:
    'I don’t give public answers in {channel}, so I don’t answer mentions there either. See `/settings speak`.',
  closedForum: 'I can’t answer posts in {channel} yet. Let me view it and send messages in threads there.',
  silentForum:
    'I don’t give public answers in {channel}, so I don’t answer posts there either. See `/settings speak`.',
  /** All members may read the log channel. */
  openLog: 'Everybody can read {channel}. Choose a channel for moderators if that is not meant.',
  roleNotCalled:
    '{role} won’t be notified. Allow anyone to mention it, or give me the permission “Mention @everyone, @here and All Roles”.',
  commandsHidden:
    'Members with these roles may not see my moderator commands yet. Open the commands to them under Server Settings › Integrations.',
} as const;

/** How Discord shows `/settings`. The options have the names of the settings; those for lists of roles or channels are alike everywhere. */
export const settingsCommand = {
  name: 'settings',
  description: 'How I work in this server (needs Manage Server)',
  subcommands: {
    show: {
      name: 'show',
      description: 'See and change all settings on one screen',
    },
    moderators: {
      name: 'moderators',
      description: 'Roles that may moderate me, besides “Manage Messages”; default: none',
    },
    log: {
      name: 'log',
      description: 'Where I post refreshes, changed settings and a weekly digest; default: nowhere',
      options: {
        logChannelId: {
          name: 'channel',
          description: 'The channel, best one that only moderators see',
        },
        postsDigest: {
          name: 'digest',
          description: 'Whether I sum up the week there every Monday (default: yes)',
        },
      },
    },
    people: {
      name: 'people',
      description: 'Where “Ask the helpers” sends questions; default: off',
      options: {
        helperChannelId: {
          name: 'channel',
          description: 'The channel for the questions; default: where they were asked',
        },
        helperRoleId: {
          name: 'role',
          description: 'The role that is notified',
        },
      },
    },
    speak: {
      name: 'speak',
      description: 'Channels for public answers; default: all',
    },
    mentions: {
      name: 'mentions',
      description: 'Channels where I answer mentions; default: wherever public answers are allowed',
      options: {
        answersMentions: {
          name: 'nowhere',
          description: 'Don’t answer mentions at all',
        },
      },
    },
    forums: {
      name: 'forums',
      description: 'Forums where I answer new posts by their titles, when I’m sure; default: none',
    },
    private: {
      name: 'private',
      description: 'Whether answers to /ask are private, unless the member chooses otherwise',
      options: {
        isPrivateByDefault: {
          name: 'by-default',
          description: 'Yes: only the member who asks sees them; no: everyone does',
        },
      },
    },
    cooldown: {
      name: 'cooldown',
      description: 'How often a member may ask in a channel',
      options: {
        questionsInARow: {
          name: 'in-a-row',
          description: 'Questions allowed in a row (default: 5)',
        },
        secondsBetween: {
          name: 'seconds',
          description: 'Seconds between questions after that (default: 4)',
        },
      },
    },
    strictness: {
      name: 'strictness',
      description: 'How sure I must be to answer',
      options: {
        strictness: {
          name: 'step',
          description: 'Strict, balanced or lenient',
        },
      },
      choices: {
        strict: 'Strict: only when I’m very sure',
        balanced: 'Balanced (default): when I’m sure',
        lenient: 'Lenient: more answers, and more wrong ones',
      },
    },
    language: {
      name: 'language',
      description: 'The language I use here; default: each member’s own',
      options: {
        language: {
          name: 'language',
          description: 'For everyone and everything I say; quotes stay as they are',
        },
      },
    },
    stale: {
      name: 'stale',
      description: 'When articles are marked outdated',
      options: {
        staleAfterDays: {
          name: 'days',
          description: 'Number of days (default: 180; an article can have its own)',
        },
      },
    },
  },
  /** Lists take one role or channel at a time. */
  roles: {
    add: { name: 'add', description: 'A role whose members may moderate me, too' },
    remove: { name: 'remove', description: 'A role to take off the list' },
  },
  channels: {
    add: { name: 'add', description: 'A channel to add, or a category with all its channels' },
    remove: { name: 'remove', description: 'A channel or category to take off the list' },
  },
  forums: {
    add: { name: 'add', description: 'A forum to add' },
    remove: { name: 'remove', description: 'A forum to take off the list' },
  },
  /** Every sub-command with something that can be left out has this option. */
  reset: { name: 'reset', description: 'Back to the default' },
} as const;
