/** The queue of unanswered questions. */
export const unanswered = {
  /** Above the list; 0 for none left. */
  title:
    '{count, plural, =0 {No unanswered questions} one {# unanswered question} other {# unanswered questions}}',
  times: '{count, plural, one {# time} other {# times}}',
  /** Where the entry stands in the queue. */
  position: '{number} of {count}',
  /** How often and when it was asked. */
  once: 'Asked {time}',
  often: 'Asked {count, plural, one {# time} other {# times}}, last {time}',
  /** Who asked, where naming all would be too long. */
  askers: '{count, plural, one {# member} other {# members}}',
  privately: 'in private',
  /** What the bot said when it was asked. */
  saidUnknown: 'I said that I don’t know.',
  saidUnsure: 'I wasn’t sure, and showed:',
  saidUnsureBelow: 'I wasn’t sure, and showed this passage.',
  saidAnswer: 'I answered:',
  saidGone: 'I showed a passage that is no longer in the articles.',
  /** Words of members who found the answer unhelpful stand below. */
  missing: 'What members missed:',
  /** Above the passage that the moderator may teach. */
  nearest: 'Does this answer it?',
  nothingNear: 'No passage comes close. Write an answer, or dismiss the question until it is asked again.',
  taught: 'From now on I answer this question with the passage below: {question}',
  /** The same, where the next entry stands below. */
  taughtDone: 'Taught.',
  written: 'Added and taught.',
  /** Behind these two, where askers wait. */
  told: '{count, plural, one {# member is told.} other {# members are told.}}',
  /** Where the article was added, but a moderator had dealt with the question meanwhile. */
  writtenOnly: 'Added. The question has already been dealt with.',
  /** Where the article was added, but could not be taught; the reason may follow. */
  writtenNotTaught: 'Added as an article, but not taught as the answer to the question.',
  untaught: 'Forgotten. I answer this from the articles alone again: {question}',
  dismissed: 'Dismissed until it is asked again.',
  undone: 'Undone. The question is open again.',
  /** Where no question is left. */
  allDone: 'All caught up',
  allDoneMore: 'There are no unanswered questions. New ones show up here.',
  /** To who asked, once it is known. */
  nowKnown: '{mention}, here’s the answer to your question:',
} as const;

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
