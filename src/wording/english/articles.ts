export const sources = {
  page: 'page {page, number} of {pages, number}',
  /** That it is not known yet what the articles mean. */
  learning: 'I am still reading these articles closely: until then I go by their words alone.',
} as const;

export const refresh = {
  title: 'Refreshed: {articles}, {facts}',
  unchanged: 'Nothing has changed.',
  facts: 'Facts: {changes}',
  changes: '{added, number} added, {removed, number} removed, {changed, number} changed',
  keptVersion: 'Its last readable version keeps answering until a restart.',
  /** Above what a refresh would do. */
  previewTitle: 'Preview: it would be {articles}, {facts}',
  wouldNotChange: 'A refresh would change nothing.',
  /** Above the questions, and where there are none. */
  changedAnswers: 'Answers that would change',
  sameAnswers: 'None of the last questions would be answered differently.',
  discarded: 'Discarded: nothing has changed.',
  /** What led to a refresh, as one entry of a list tells it. */
  causes: {
    start: 'I was started',
    command: '`/refresh`',
    preview: 'a preview was applied',
    undo: 'undone',
    files: 'files changed',
  },
  /** In place of who it was, where that was in another server. */
  elsewhere: 'in another server',
  snapshotsTitle: 'Go back to what served before',
  noSnapshots: 'There is nothing yet to go back to.',
  /** How long what was undone lasts. */
  undone:
    'It lasts until the folder is read again: by `/refresh`, when a file in it changes, or when I am restarted.',
} as const;

export const knowledge = {
  added: 'Added with {facts}. It answers in this server from now on.',
  replaced: 'Replaced; it has {facts} now.',
  /** It was there already, word for word. */
  unchanged: 'Nothing has changed: the article is there already, word for word.',
  removed: 'Removed: {path}. It answers nothing any more.',
  list: 'This server’s own: {articles}',
  none: 'This server has no articles of its own yet. `/knowledge add` takes a file, or lets you write a note.',
  addedBy: 'by {member}, {day}',
  /** Nobody has looked after it for more than so many days. */
  stale: 'nobody has looked after it for {days, plural, one {# day} other {# days}}',
  saidIn: 'says the same as: {titles}',
  /** The server's own articles are set aside, and what to do about it. */
  setAside:
    '⚠️ This server’s own articles took me too long to work with twice, so I set them aside: only the shared articles answer here now. Look at what was added last with `/knowledge list` and shorten or remove it; after that I use the others again.',
  unreadable:
    '{path} is not served: it can no longer be read, or the server’s own articles have too many sentences and words together; add it again, or remove another',
  /** Above the changes to choose from, and where there are none. */
  lastChanges: 'What was changed last in this server. Choose what to undo:',
  noChanges: 'Nothing has been changed in this server yet.',
  undone: 'Undone; now {what}',
  /** What a change did to what has this name; plain text. */
  change: {
    added: 'added: {name}',
    changed: 'changed: {name}',
    removed: 'removed: {name}',
    taught: 'taught: {name}',
    forgotten: 'forgotten: {name}',
  },
} as const;

export const explain = {
  title: 'Why this answer',
  read: 'How I read it',
  /** Above the passage that the asker sees. */
  shown: 'What I show',
  why: 'What came of it',
  matches: 'What fits best',
  asksFor: 'asks for {kind}',
  kinds: {
    date: 'a date',
    number: 'a number',
    amount: 'an amount',
    person: 'a person',
    place: 'a place',
    abbreviation: 'what a short form means',
    things: 'a thing, or a list of them',
    reason: 'a reason',
    manner: 'how something is done',
    'yes-no': 'yes or no',
    statement: 'nothing in particular: it is no question',
  },
  /** A word with how telling it is. */
  known: '“{word}”: weight {weight}',
  corrected: '“{word}” read as “{to}”: weight {weight}',
  missing: '“{word}”: in no article',
  outcomes: {
    answered: 'answered',
    unsure: 'only the closest passage',
    unknown: 'not answered',
  },
  confidence:
    'confidence {confidence}; answered from {answeredFrom} on, the closest passage from {closestFrom} on',
  score: 'score {share} of the best',
  index: 'words {all}, of the sentence {sentence}',
  around: 'beside it {neighbours}, paragraph {paragraph}, title {title}',
  reading: 'read as an answer: {margin}',
  unread: 'not read',
  unsaid: 'does not say: {words}',
  /** What moderators have taught, and where the articles no longer hold the passage. */
  taughtAs: 'taught as: {question}',
  taughtGone: 'the articles no longer hold the passage that was taught, so it is as if never taught',
} as const;
