export const stats = {
  title: 'The last {days, number} days',
  answered: '{count, number} answered',
  unsure: '{count, number} only the closest passage',
  unknown: '{count, number} not answered',
  questions: 'Asked most often',
  articles: 'Quoted most often',
  neverQuoted: 'Never quoted',
} as const;

export const privacy = {
  /** How much is kept of whoever reads it, and how much was. */
  kept: 'I keep {questions, plural, one {# question} other {# questions}} of yours and {votes, plural, one {# vote} other {# votes}}.',
  forgotten:
    'Deleted: {questions, plural, one {# question} other {# questions}} and {votes, plural, one {# vote} other {# votes}}. Within a day at most they are in none of my files any more. What you decided as a moderator stays.',
  /** Where a member's words may stand after they were deleted, and what to do. */
  stays:
    'Deleting does not take back what moderators taught me, or wrote down, in the words of your question. Your name is not with it; ask a moderator to remove it. Until I am restarted, the latest questions may also stay in memory, without names.',
} as const;

export const help = {
  title: 'What I can do',
  what: {
    answers:
      'I answer questions from a folder of articles. Every answer is a quote with its exact source; if the articles do not hold it, I say so.',
    ask: '`/ask` a question, mention me with one, write to me in private, or choose *Apps › Answer this message* on somebody’s message.',
    followUp: 'Reply to an answer to ask on: “and in Germany?”, “when?”.',
    sources: '`/sources` lists the articles.',
  },
  privacyTitle: 'What I keep',
  privacy: {
    questions:
      'The text of a question, its answer, and the ids of who asked, where, and when. `/privacy` shows how much, and deletes it.',
    votes: 'Your vote, “Helpful” or “Not helpful”, with your id; the last one counts.',
    followUps: 'For follow-ups, your last answer here, for ten minutes, in memory alone.',
    messages:
      'No other messages: I see only those that mention me, reply to me, are written to me, or that somebody has me answer.',
    machine: 'Nothing leaves the machine that I run on, except to Discord.',
    suggestions:
      'What I answered for all to see, I may suggest to others of the same server, without your name.',
    unanswered:
      'What I could not answer, the server’s moderators see; of what I told you alone, not who asked.',
    moderators:
      'What moderators change (articles, settings, what they teach, refreshes), with their ids and when; `/privacy` does not delete that.',
  },
  moderationTitle: 'Who moderates',
  moderation:
    'Whoever may manage messages or the server here, or has a role that it has chosen for that: they read the articles again with `/refresh`, teach me with `/unanswered`, and may take any answer away.',
} as const;
