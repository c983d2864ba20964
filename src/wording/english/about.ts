export const stats = {
  title: 'The last {days, number} days',
  /** How many questions, and how many in as many days before. */
  asked: '{count, plural, one {**#** question} other {**#** questions}}, {before, number} before',
  /** Which share of them was answered, and which before. */
  share: '**{share}** answered',
  shares: '**{share}** answered, {before} before',
  nobodyAsked: 'Nobody has asked me anything in these days. Members ask with `/ask`, or by mentioning me.',
  /** Where the bot answers forum posts. */
  posts:
    '{answered, plural, one {# forum post} other {# forum posts}} answered, {solved, number} solved by that',
  /** What to do next. */
  open: '{count, plural, one {# question has} other {# questions have}} no answer yet → `/unanswered`',
  nothingOpen: 'No question is waiting for an answer.',
  answered: '{count, number} answered',
  unsure: '{count, number} only the closest passage',
  unknown: '{count, number} not answered',
  questions: 'Most asked',
  articles: 'Most quoted',
  neverQuoted: 'Never quoted',
} as const;

/** What a log channel reads once a week. */
export const digest = {
  title: 'The week of {days}',
  /** Above questions, with how often each was asked. */
  unanswered: 'Not answered',
  votedDown: 'Found unhelpful',
  /** Below them: those that are not named here. */
  others: '… and {count, number} more in `/unanswered`',
  onlyOthers: '{count, plural, one {# question} other {# questions}}, listed in `/unanswered`',
  stale:
    '{count, plural, one {# article of this server is} other {# articles of this server are}} outdated → `/knowledge list`',
  everyWeek: 'Every Monday. `/settings log` or “Turn off” ends it.',
} as const;

export const privacy = {
  /** How much is kept of whoever reads it, and how much was. */
  kept: 'I keep {questions, plural, one {# question} other {# questions}}, {votes, plural, one {# vote} other {# votes}} and {remarks, plural, one {# remark} other {# remarks}} of yours.',
  /** Asks once more before that. */
  confirm:
    'Delete {questions, plural, one {# question} other {# questions}}, {votes, plural, one {# vote} other {# votes}} and {remarks, plural, one {# remark} other {# remarks}}? This cannot be undone.',
  forgotten:
    'Deleted: {questions, plural, one {# question} other {# questions}}, {votes, plural, one {# vote} other {# votes}} and {remarks, plural, one {# remark} other {# remarks}}. Within a day they are gone from all my files. What you did as a moderator stays.',
  /** Where a member's words may stand after they were deleted, and what to do. */
  stays:
    'This does not delete what moderators taught me or wrote down in the words of your question. Your name is not stored with it; ask a moderator to remove it. Until I restart, the latest questions may also stay in memory, without names.',
} as const;

export const help = {
  title: 'What I can do',
  what: {
    answers: 'I answer questions in the exact words of the articles, and show where they are from.',
    honest: 'If the articles don’t say, I tell you. I never make anything up.',
    followUp: 'Reply to an answer to ask more: “and in Germany?”, “when?”.',
  },
  askTitle: 'How to ask',
  ask: 'Use `/ask`, mention me, write to me in private, or choose *Apps › Answer this message* on any message.',
  sources: '`/sources` lists the articles.',
  kept: '`/privacy` shows what I keep about you, and deletes it.',
  /** What moderators can do, grouped; a line for each command. */
  moderators: {
    questions: {
      title: 'Questions',
      unanswered: '`/unanswered` lists what I couldn’t answer, so that you can teach me',
      explain: '`/knowledge explain` shows why I answer a question, or not',
      synonyms: '`/knowledge synonyms` holds words that mean the same as words of the articles',
      stats: '`/stats` shows what members ask, and how I did',
    },
    articles: {
      title: 'Articles',
      add: '`/knowledge add` adds a file, or a note that you write',
      save: '*Apps › Save as answer* on a message makes it a note',
      list: '`/knowledge list` shows this server’s own, and what needs checking',
      edit: '`/knowledge edit` changes one, and shows first which answers change',
      show: '`/knowledge show` sends you one as a file',
      export: '`/knowledge export` sends you all of them',
      remove: '`/knowledge remove` removes one',
      refresh: '`/refresh` reads the shared articles again',
    },
    server: {
      title: 'This server',
      settings: '`/settings show` shows how I work here',
      undo: '`/knowledge undo` shows who changed what, and takes it back',
    },
  },
  privacyTitle: 'What I keep',
  privacy: {
    questions:
      'Your question, its answer, and the IDs of who asked, where and when. `/privacy` shows how much, and deletes it.',
    votes:
      'Your vote, 👍 or 👎, with your ID, and what you said was missing. Moderators read those words without your name.',
    followUps: 'Your last answer here, for ten minutes and only in memory, so that you can ask more.',
    messages:
      'No other messages. I only see those that mention me, reply to me or are sent to me, and those that someone asks me to answer. In forums that this server chose, I also read the titles of new posts, and keep those that I answer.',
    machine: 'Nothing leaves the computer that I run on, except to Discord.',
    suggestions: 'Public questions may be suggested to others in the same server, without your name.',
    unanswered:
      'Moderators see the questions that I couldn’t answer, with who asked and where. Of questions that you ask in private they see only the words. A weekly digest in the log channel may quote the others, without your name.',
    moderators:
      'What moderators change (articles, settings, taught answers, refreshes), with their IDs and the time. `/privacy` does not delete that.',
    whoModerates:
      'Moderators are members who can manage messages or the server, and those with a role that the server chose.',
  },
} as const;

/** What a server reads when the bot joins it. */
export const greeting = {
  hello:
    '**Hello!** Ask me with `/ask` or mention me. I answer in the exact words of this server’s articles, and say so if they don’t tell.',
  setUp:
    'I work as I am. Members with the permission “Manage Server” choose channels, helpers and language with *Set up*.',
  addArticles:
    'I answer from what you give me: *Add an article* takes a file or a note. *Apps › Save as answer* takes a message.',
  /** To whoever added the bot, where it cannot write in the server. */
  joined: 'I’m now in **{server}**. Set me up there with `/settings show`.',
  /** Above buttons with questions. */
  tryOne: 'Try a question:',
} as const;
