export const answer = {
  unsure: 'I’m not sure. This is the closest passage I found:',
  readAs: 'Showing results for: {question}',
  understoodAs: 'Understood as: {question}',
  /** Before the time at which the articles were read; plain text. */
  lastRead: 'articles read',
  unknown: 'I don’t know',
  /** What to do with nothing near it. */
  tryOtherWords: 'Try other words, or browse `/sources`.',
  /** Above the places of up to three passages near what is not known. */
  nearest: 'These passages may be related:',
  /** Above one of these passages. */
  maybeRelated: 'This passage may be related, but I don’t know whether it answers your question:',
  /** For a greeting, and for a message without a question. */
  hello: 'Hello! Ask me a question, and I’ll show you what the articles say.',
  noQuestion: 'That doesn’t look like a question. Ask me something, and I’ll show you what the articles say.',
  /** Below one of these. */
  seeHelp: '`/sources` lists the articles, and `/help` shows what I can do.',
  closeCall: 'More than one passage could answer this. Which one did you mean?',
  /** Where a quote is in another language than the card, which is named. */
  quotedIn: 'The quote is in {language}.',
  /** Opens an answer that somebody has pointed at somebody. */
  pointedAt: '{mention}, this may help:',
  /** Above the answer to a forum post, which nobody asked for. */
  maybeAnswered: 'This may already be answered:',
  /** Below it, once somebody has said so. */
  solvedBy: 'Solved by {mention}',
  sharedBy: 'Shared by {mention}',
  /** Above an answer from an article that others in the channel may not read. */
  forYouAlone: 'Only you see this: not everybody here may read this article.',
  noMore: 'There are no other results.',
  /** That so many sentences, items, rows or lines of code of a passage are not shown. */
  more: '… {count, plural, one {# more line} other {# more lines}}',
  /** Behind that, the button that shows more of them. */
  pressForMore: 'under *{button}*',
  /** To whoever found an answer unhelpful, and once they have said why. */
  whatWasMissing: 'Thanks. What was missing?',
  missingSaid: 'Thanks. The moderators can read it now.',
  /** Under what stands in an article of that day that is older than it may be. */
  outdated: 'This is from {day} and may be out of date.',
  /** The same in a line with the source, behind a sand-glass. */
  mayBeOutdated: '{day}, may be outdated',
} as const;

export const confidence = {
  high: 'high',
  good: 'good',
  low: 'low',
  because: '{level}: {why}',
  despite: '{level}, but {why}',
} as const;

export const reasons = {
  'no-question': 'that doesn’t look like a question',
  'small-talk': 'that was not a question',
  'not-mentioned': 'no article mentions {words}',
  'nothing-close': 'I couldn’t find this in the articles',
  'partly-said': 'the passage doesn’t mention {words}',
  'no-such-detail': {
    date: 'the passage doesn’t give a date',
    number: 'the passage doesn’t give a number',
    amount: 'the passage doesn’t give an amount',
    person: 'the passage doesn’t name anyone',
    place: 'the passage doesn’t name a place',
  },
  'not-spelt-out': '{short} is short for {long}, but no passage says so',
  taught: 'a moderator chose this passage for the question',
  said: 'the passage fits the question',
} as const;

export const quoting = {
  quoted: '“{text}”',
  two: '{first} or {second}',
  three: '{first}, {second} or {third}',
  more: '{first}, {second}, {third} and more',
} as const;

export const source = {
  location: 'paragraph {paragraph, number}, sentence {sentence, number}',
  published: 'published {day}',
  captured: 'captured {day}',
} as const;

/** To whom an article is limited. `names` is a list such as “#help or #staff”. */
export const limits = {
  channels: 'only in {names}',
  roles: 'only for {names}',
  nobody: 'nobody may read it',
  /** Entries that are the name of no channel or role. */
  unknown: 'this server has no {names}',
} as const;

export const counted = {
  articles: '{count, plural, one {# article} other {# articles}}',
  problems: '{count, plural, one {# problem} other {# problems}}',
} as const;

export const more = {
  articles: '… and {count, plural, one {# more article} other {# more articles}}',
  problems: '… and {count, plural, one {# more problem} other {# more problems}}',
  answers: '… and {count, plural, one {# more answer} other {# more answers}}',
  lines: '… and {count, plural, one {# more line} other {# more lines}}',
} as const;
