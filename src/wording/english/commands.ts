export const commands = {
  ask: {
    name: 'ask',
    description: 'Ask a question: the answer is quoted from the articles, with its source',
    options: {
      question: {
        name: 'question',
        description: 'What do you want to know?',
      },
      private: {
        name: 'private',
        description: 'Show the answer only to me',
      },
      for: {
        name: 'for',
        description: 'Point the answer at this member',
      },
    },
  },
  answerMessage: {
    name: 'Answer this message',
  },
  sources: {
    name: 'sources',
    description: 'List the articles that answers come from',
  },
  help: {
    name: 'help',
    description: 'What I can do, what I keep, who moderates',
  },
  privacy: {
    name: 'privacy',
    description: 'What I keep of you, and how to delete it',
  },
  knowledge: {
    name: 'knowledge',
    description: 'This server’s own articles (moderators)',
    subcommands: {
      add: {
        name: 'add',
        description: 'Add an article: a file (Markdown, text, HTML and more), or a note that you write here',
        options: {
          file: {
            name: 'file',
            description: 'At most 512 KB; one of the same name is replaced. Without it you write a note',
          },
        },
      },
      list: {
        name: 'list',
        description: 'This server’s own articles, and what wants looking after',
      },
      show: {
        name: 'show',
        description: 'One article as the file it is',
      },
      remove: {
        name: 'remove',
        description: 'Take an article away (needs Manage Server)',
      },
      export: {
        name: 'export',
        description: 'All own articles as one .zip file',
      },
      explain: {
        name: 'explain',
        description: 'How a question is read, what fits it, and why it is answered or not',
        options: {
          question: {
            name: 'question',
            description: 'The question, as a member would ask it',
          },
        },
      },
      undo: {
        name: 'undo',
        description: 'Who changed what here, and take one change back (needs Manage Server)',
      },
    },
    options: {
      article: {
        name: 'article',
        description: 'One of this server’s own articles',
      },
    },
  },
  unanswered: {
    name: 'unanswered',
    description: 'Questions that I could not answer, to teach or dismiss (moderators)',
  },
  stats: {
    name: 'stats',
    description: 'What was asked here and how it was answered (moderators)',
    options: {
      days: {
        name: 'days',
        description: 'Over so many days; 7 unless chosen',
      },
    },
  },
  refresh: {
    name: 'refresh',
    description: 'Read the articles again and tell what changed (moderators)',
    options: {
      preview: {
        name: 'preview',
        description: 'Only tell what would change, and which answers',
      },
      undo: {
        name: 'undo',
        description: 'Choose what served before, to go back to it (Manage Server)',
      },
    },
  },
  settings: {
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
          channel: {
            name: 'channel',
            description: 'The channel, best one that only moderators see',
          },
        },
      },
      people: {
        name: 'people',
        description: 'Where questions go that somebody hands to people; nothing chosen: nowhere',
        options: {
          channel: {
            name: 'channel',
            description: 'The channel they are posted in; else where they were asked',
          },
          role: {
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
          nowhere: {
            name: 'nowhere',
            description: 'Do not answer mentions at all',
          },
        },
      },
      private: {
        name: 'private',
        description: 'Whether answers to /ask are for the asker alone unless they say otherwise',
        options: {
          byDefault: {
            name: 'by-default',
            description: 'Yes: for the asker alone; no: for all to see',
          },
        },
      },
      cooldown: {
        name: 'cooldown',
        description: 'How often a member may ask in a channel; what is not chosen is as at first',
        options: {
          inARow: {
            name: 'in-a-row',
            description: 'So many questions in a row',
          },
          seconds: {
            name: 'seconds',
            description: 'Then one every so many seconds',
          },
        },
      },
      strictness: {
        name: 'strictness',
        description: 'How sure I have to be to answer',
        options: {
          step: {
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
          days: {
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
  },
} as const;
