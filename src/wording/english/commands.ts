import { settingsCommand } from './settings.ts';

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
  settings: settingsCommand,
} as const;

export const buttons = {
  context: 'Context',
  moreMatches: 'More matches',
  helpful: 'Helpful',
  notHelpful: 'Not helpful',
  dismiss: 'Dismiss',
  share: 'Share',
  tellMe: 'Tell me when you know',
  tellMeDone: 'I will tell you',
  askHuman: 'Ask a human',
  askHumanDone: 'Handed on',
  previous: 'Previous',
  next: 'Next',
  undo: 'Undo',
  apply: 'Apply',
  discard: 'Discard',
  teach: 'Teach',
  writeAnswer: 'Write an answer',
  dismissQuestion: 'Dismiss',
  backToList: 'To the list',
  forgetTaught: 'Forget what was taught',
  deleteAll: 'Delete all of it',
} as const;

export const menus = {
  closeCall: 'Which did you mean?',
  moreMatches: 'Show another match',
  unanswered: 'Deal with a question',
  teach: 'Which passage answers it?',
  snapshots: 'Go back to …',
  changes: 'Undo …',
} as const;

export const noteForm = {
  heading: 'A note for this server',
  title: 'Title',
  text: 'Text',
  answer: 'Text: its first sentence is the answer',
  url: 'Where it comes from (a link)',
} as const;
