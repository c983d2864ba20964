import { settingsCommand } from './settings.ts';

export const commands = {
  ask: {
    name: 'ask',
    description: 'Ask a question and get a quote from the articles, with its source',
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
        description: 'Send the answer to this member',
      },
    },
  },
  answerMessage: {
    name: 'Answer this message',
  },
  saveMessage: {
    name: 'Save as answer',
  },
  sources: {
    name: 'sources',
    description: 'List the articles that I answer from',
  },
  help: {
    name: 'help',
    description: 'What I can do, and how to ask',
  },
  privacy: {
    name: 'privacy',
    description: 'See what I keep about you, and delete it',
  },
  knowledge: {
    name: 'knowledge',
    description: 'Manage this server’s own articles (moderators)',
    subcommands: {
      add: {
        name: 'add',
        description: 'Add an article: a file (Markdown, text, HTML and more), or a note that you write here',
        options: {
          file: {
            name: 'file',
            description: 'At most 512 KB. Replaces a file of the same name. Leave it out to write a note',
          },
        },
      },
      list: {
        name: 'list',
        description: 'List this server’s own articles, and what needs checking',
      },
      show: {
        name: 'show',
        description: 'Get one article as a file',
      },
      edit: {
        name: 'edit',
        description: 'Change one of this server’s own articles, and see first which answers change',
      },
      remove: {
        name: 'remove',
        description: 'Remove an article (needs Manage Server)',
      },
      export: {
        name: 'export',
        description: 'Get all of this server’s own articles as one .zip file',
      },
      explain: {
        name: 'explain',
        description: 'See how I read a question, which passages fit, and why I answer it or not',
        options: {
          question: {
            name: 'question',
            description: 'The question, as a member would ask it',
          },
        },
      },
      synonyms: {
        name: 'synonyms',
        description: 'See, add and remove words that mean the same as words in the articles',
      },
      undo: {
        name: 'undo',
        description: 'See who changed what here, and undo your changes, or any with Manage Server',
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
    description: 'Settle the questions that I couldn’t answer, one by one (moderators)',
  },
  stats: {
    name: 'stats',
    description: 'What was asked here, and how I answered (moderators)',
    options: {
      days: {
        name: 'days',
        description: 'Number of days (default: 7)',
      },
    },
  },
  refresh: {
    name: 'refresh',
    description: 'Read the articles again and show what changed (moderators)',
    options: {
      preview: {
        name: 'preview',
        description: 'Only show what would change, and in which answers',
      },
      undo: {
        name: 'undo',
        description: 'Restore an earlier version of the articles (needs Manage Server)',
      },
    },
  },
  settings: settingsCommand,
} as const;

export const buttons = {
  context: 'Context',
  more: 'More…',
  choose: 'This one',
  /** Under the answer to a forum post, and once somebody has pressed it. */
  solved: 'This solved it',
  solvedDone: 'Solved',
  moreMatches: 'Other results',
  deleteAnswer: 'Delete',
  share: 'Share',
  tellMe: 'Tell me when you know',
  tellMeDone: 'I’ll tell you',
  /** Opens the form in which a voter says what an answer lacked. */
  sayMissing: 'Say what was missing',
  askHelpers: 'Ask the helpers',
  askHelpersDone: 'Sent',
  previous: 'Previous',
  next: 'Next',
  undo: 'Undo',
  redo: 'Redo',
  setUp: 'Set up',
  addArticle: 'Add an article',
  apply: 'Apply',
  discard: 'Discard',
  save: 'Save',
  cancel: 'Cancel',
  edit: 'Edit',
  /** Edits the article of this title. */
  editArticle: 'Edit “{title}”',
  editAgain: 'Edit again',
  openNewText: 'Open the new text',
  keepMyText: 'Go on with mine',
  showArticle: 'Show the article',
  getFile: 'Get the file',
  remove: 'Remove',
  allArticles: 'All articles',
  details: 'Details',
  /** Under the options of an answer, for moderators. */
  whyAnswer: 'Why this answer?',
  /** Teaches the shown passage as the answer. */
  confirmPassage: 'Yes, that’s it',
  writeAnswer: 'Write an answer',
  dismissQuestion: 'Dismiss',
  allQuestions: 'All questions',
  /** Under the digest of a week. */
  openQueue: 'Open the queue',
  turnOff: 'Turn off',
  open: 'Open',
  forgetTaught: 'Forget this answer',
  addSynonym: 'Add a synonym',
  removeSynonym: 'Remove',
  deleteAll: 'Delete everything',
} as const;

export const menus = {
  moreMatches: 'Pick another result',
  teach: 'Which passage answers it?',
  teachOther: 'Another passage answers it …',
  synonyms: 'What else should I understand? (optional)',
  snapshots: 'Restore …',
} as const;

export const missingForm = {
  heading: 'What was missing?',
  text: 'Moderators read this without your name',
} as const;

export const noteForm = {
  heading: 'A note for this server',
  /** Over the form for a file or a note, and over its field for the file. */
  addHeading: 'An article for this server',
  upload: 'A file, or write a note below',
  title: 'Title',
  text: 'Text',
  /** Over the form for an article that is there already. */
  editHeading: 'Change an article',
  /** Over the text of an article that is no note. */
  file: 'The whole file',
  answer: 'Text (its first sentence is the answer)',
  url: 'Link to the source',
} as const;
