export const stats = {
  title: 'The last {days, number} days',
  answered: '{count, number} answered',
  unsure: '{count, number} only the closest passage',
  unknown: '{count, number} not answered',
  questions: 'Most asked',
  articles: 'Most quoted',
  neverQuoted: 'Never quoted',
} as const;

export const privacy = {
  /** How much is kept of whoever reads it, and how much was. */
  kept: 'I keep {questions, plural, one {# question} other {# questions}} and {votes, plural, one {# vote} other {# votes}} of yours.',
  forgotten:
    'Deleted: {questions, plural, one {# question} other {# questions}} and {votes, plural, one {# vote} other {# votes}}. Within a day they are gone from all my files. What you did as a moderator stays.',
  /** Where a member's words may stand after they were deleted, and what to do. */
  stays:
    'This does not delete what moderators taught me or wrote down in the words of your question. Your name is not stored with it; ask a moderator to remove it. Until I restart, the latest questions may also stay in memory, without names.',
} as const;

export const help = {
  title: 'What I can do',
  what: {
    answers:
      'I answer questions from a folder of articles. Every answer is an exact quote with its source. If the articles don’t say, I tell you.',
    ask: 'Ask with `/ask`, mention me, write to me in private, or choose *Apps › Answer this message* on any message.',
    followUp: 'Reply to an answer to ask more: “and in Germany?”, “when?”.',
    sources: '`/sources` lists the articles.',
  },
  privacyTitle: 'What I keep',
  privacy: {
    questions:
      'Your question, its answer, and the IDs of who asked, where and when. `/privacy` shows how much, and deletes it.',
    votes: 'Your vote, 👍 or 👎, with your ID. Only the last one counts.',
    followUps: 'Your last answer here, for ten minutes and only in memory, so that you can ask more.',
    messages:
      'No other messages. I only see those that mention me, reply to me or are sent to me, and those that someone asks me to answer.',
    machine: 'Nothing leaves the computer that I run on, except to Discord.',
    suggestions: 'Public questions may be suggested to others in the same server, without your name.',
    unanswered:
      'Moderators see the questions that I couldn’t answer. For private ones they don’t see who asked.',
    moderators:
      'What moderators change (articles, settings, taught answers, refreshes), with their IDs and the time. `/privacy` does not delete that.',
  },
  moderationTitle: 'Who moderates',
  moderation:
    'Members who can manage messages or the server, and those with a role that the server chose. They can read the articles again with `/refresh`, teach me with `/unanswered`, and delete any answer.',
} as const;
