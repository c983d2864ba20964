export const answer = {
  unsure: 'I am not sure. This is the closest passage I have:',
  readAs: 'I read it as: {question}',
  understoodAs: 'Understood as: {question}',
  where: 'Where',
  confidence: 'Confidence',
  /** Before the time at which the articles were read; plain text. */
  lastRead: 'articles last read',
  unknown: 'I don’t know',
  /** What to do with nothing near it. */
  tryOtherWords: 'Try the words that the articles use, or look through them with `/sources`.',
  /** Above the places of up to three passages near what is not known. */
  nearest: 'These passages may be related:',
  /** Above one of these passages. */
  maybeRelated: 'This passage may be related, but I don’t know whether it answers your question:',
  /** For a greeting, and for a message without a question. */
  hello: 'Hello! Ask me something about the articles; `/sources` lists them, `/help` tells what I can do.',
  noQuestion:
    'I cannot tell what is asked: there is no whole question in it. Ask me something about the articles; `/sources` lists them, `/help` tells what I can do.',
  closeCall: 'Another passage fits about as well: choose below if this is not what you meant.',
  /** Where a quote is in another language than the card, which is named. */
  quotedIn: 'The quote is in {language}.',
  /** Opens an answer that somebody has pointed at somebody. */
  pointedAt: '{mention}, this may help:',
  sharedBy: 'Shared by {mention}',
  contextTitle: 'Around the quote',
  noMore: 'There are no further matches.',
  /** That so many sentences, items, rows or lines of code of a passage are not shown. */
  more: '… {count, number} more',
  /** Behind that, the button that shows more of them. */
  pressForMore: '*{button}* shows more',
  /** Under what stands in an article of that day that is older than it may be. */
  outdated: 'This is from {day} and may be out of date.',
} as const;

export const confidence = {
  high: 'high',
  good: 'good',
  low: 'low',
  because: '{level}: {why}',
  despite: '{level}, but {why}',
} as const;

export const reasons = {
  'no-question': 'there is no question in it',
  'small-talk': 'what is said in passing needs no source',
  'not-mentioned': 'no article mentions {words}',
  'nothing-close': 'no passage comes close enough to the question',
  'partly-said': 'the passage does not say {words}',
  'no-such-detail': {
    date: 'the passage gives no date',
    number: 'the passage gives no number',
    amount: 'the passage gives no amount',
    person: 'the passage gives no person',
    place: 'the passage gives no place',
  },
  'not-spelt-out': '{short} is short for {long}, which no passage tells',
  taught: 'a moderator has taught that it answers this',
  said: 'the passage holds the words of the question',
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

export const counted = {
  articles: '{count, plural, one {# article} other {# articles}}',
  facts: '{count, plural, one {# fact} other {# facts}}',
  problems: '{count, plural, one {# problem} other {# problems}}',
} as const;

export const more = {
  articles: '… and {count, plural, one {# more article} other {# more articles}}',
  problems: '… and {count, plural, one {# more problem} other {# more problems}}',
  lines: '… and {count, plural, one {# more line} other {# more lines}}',
} as const;
