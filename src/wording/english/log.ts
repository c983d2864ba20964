/** Lines in the log channel, each a whole message or one of several. */
export const log = {
  articles: {
    added: '{by} added the article {title}',
    replaced: '{by} replaced the article {title}',
    removed: '{by} removed the article {title}',
  },
  /** The question is quoted, or stands for `aQuestion`. */
  questions: {
    taught: '{by} taught me the answer to {question}',
    written: '{by} wrote an answer to {question}',
    forgotten: '{by} took back the taught answer to {question}',
    dismissed: '{by} dismissed {question}',
    reopened: '{by} opened {question} again',
  },
  /** In place of a question that was asked in private. */
  aQuestion: 'a question',
  synonyms: {
    added: '{by} added the synonym “{word}”',
    removed: '{by} removed the synonym “{word}”',
  },
  /** Behind it stands what is so now. */
  undone: '{by} undid a change. Now {what}',
  more: '… and {count, plural, one {# more change} other {# more changes}}',
} as const;
