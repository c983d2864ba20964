export const sources = {
  page: 'page {page, number} of {pages, number}',
  /** That it is not known yet what the articles mean. */
  learning:
    'I’m still preparing these articles. Until I’m done, I only compare words, so I may miss some answers.',
} as const;

export const refresh = {
  title: 'Refreshed: {articles}',
  unchanged: 'Nothing has changed.',
  /** How many passages changed in all articles. */
  passages: 'Passages: {changes}',
  changes: '{added, number} added, {removed, number} removed, {changed, number} changed',
  keptVersion: 'I keep using its last readable version until I restart.',
  /** Above what a refresh would do. */
  previewTitle: 'Preview: {articles}',
  wouldNotChange: 'A refresh would change nothing.',
  /** Above the questions, and where there are none. */
  changedAnswers: 'Answers that would change',
  sameAnswers: 'The latest questions would get the same answers.',
  /** In place of the names of articles that not everybody may read. */
  limited: '{count, plural, one {# article} other {# articles}} that not everybody may read',
  /** In place of the problems of such articles, and of files that were not read. */
  unnamed:
    '{count, plural, one {# problem} other {# problems}} in files that are not for everybody, or that I could not read. `/refresh` names them.',
  discarded: 'Discarded. Nothing has changed.',
  /** What led to a refresh, as one entry of a list tells it. */
  causes: {
    start: 'the bot started',
    command: '`/refresh`',
    preview: 'a preview was applied',
    undo: 'an earlier version was restored',
    files: 'files changed',
  },
  /** In place of who it was, where that was in another server. */
  elsewhere: 'in another server',
  snapshotsTitle: 'Restore an earlier version',
  noSnapshots: 'There is no earlier version to restore yet.',
  /** How long what was undone lasts. */
  undone:
    'This lasts until the folder is read again: with `/refresh`, when a file in it changes, or when I restart.',
} as const;

export const knowledge = {
  added: 'Added. It answers questions in this server from now on.',
  replaced: 'Replaced. The new version answers from now on.',
  /** How many of the open questions the article answers. */
  answersOpen: 'It answers {count, plural, one {# open question} other {# open questions}} of `/unanswered`.',
  /** Above buttons with questions that it answers. */
  tryIt: 'Try it:',
  /** Other articles say the same; their titles stand in bold. */
  repeats: 'It repeats what stands in {titles}. Keep only one of them, so that they never disagree.',
  /** After a change of articles, and behind it what to do. */
  lostTaught:
    '{count, plural, one {# taught answer no longer fits} other {# taught answers no longer fit}}: {questions}.',
  chooseAgain: 'Choose the passage again: `/knowledge explain`.',
  /** It was there already, word for word. */
  unchanged: 'Nothing has changed: this article is already here.',
  saved: 'Saved. I answer from the new text from now on.',
  /** Above what an edited text would change. */
  editPreview: 'Preview: {title}',
  notSavedYet: 'Nothing is saved yet.',
  /** Above the open questions that it would answer. */
  wouldAnswer: 'It would answer {count, plural, one {# open question} other {# open questions}}',
  notAllTried: 'I had no time to try all of the latest questions.',
  editUnchanged: 'The article already says exactly this, so there is nothing to save.',
  editChangedSince:
    'Somebody has changed this article since you opened it, so I saved nothing. Open the new text, or go on with yours.',
  /** What was typed is kept. */
  editRefused: 'Nothing is saved. Your text is not lost: *{button}* opens it.',
  removed: 'Removed **{title}**. It no longer answers questions.',
  list: 'This server’s own: {articles}',
  none: 'This server has no articles of its own yet. With `/knowledge add` you can add a file or write a note.',
  addedBy: 'by {member}, {day}',
  /** Nobody has looked after it for more than so many days. */
  stale: 'not checked for {days, plural, one {# day} other {# days}}',
  saidIn: 'repeats: {titles}',
  /** The server's own articles are set aside, and what to do about it. */
  setAside:
    '⚠️ Please shorten or remove the article that was added last (see `/knowledge list`). This server’s own articles took too much time or memory twice, so I only use the shared articles until then.',
  unreadable: '{path} is not used. Please add it again: if I still can’t use it, I’ll tell you why.',
  /** Above the list of changes, and where there are none. */
  lastChanges: 'The latest changes in this server',
  noChanges: 'Nothing has been changed in this server yet.',
  undone: 'Undone. Now {what}',
  /** What was undone is done again. */
  redone: 'Done again. Now {what}',
  /** What a change did to what has this name; plain text. */
  change: {
    added: 'added: {name}',
    changed: 'changed: {name}',
    removed: 'removed: {name}',
    taught: 'taught: {name}',
    forgotten: 'forgotten: {name}',
    synonymAdded: 'synonym added: {name}',
    synonymRemoved: 'synonym removed: {name}',
  },
} as const;

export const synonyms = {
  title: '{count, plural, =0 {No synonyms yet} one {# synonym} other {# synonyms}}',
  about:
    'Words that members use, and what they stand for in the articles. I read every question in this server with them.',
  /** One of several to choose from. */
  option: '“{word}” means “{meaning}”',
  added: 'From now on, I read “{word}” in questions as “{meaning}” too. `/knowledge synonyms` lists all.',
  removed: 'Removed: “{word}”.',
  form: {
    heading: 'A synonym',
    word: 'One word that members use',
    meaning: 'What the articles call it',
  },
} as const;

export const explain = {
  title: 'Why this answer',
  read: 'How I read the question',
  /** In place of the outcome: two passages fit about as well, so members choose one. */
  membersChoose: 'Members choose',
  /** Above the passage that the asker sees. */
  shown: 'What I show',
  /** Above what the moderator can do. */
  help: 'What would help',
  useTheirWords: 'Use the words that members use in an article, or write a note: `/knowledge add`',
  chooseRight: 'If a passage above answers it, choose it below. From then on, I answer with it.',
  chooseOther: 'If this is not the right passage, choose it below. From then on, I answer with it.',
  writeIt: 'If no passage answers it, add an article or a note: `/knowledge add`',
  /** The question is too long for the menu. */
  teachInQueue: 'To choose the right passage for a question as long as this, open it in `/unanswered`.',
  forget: '*{button}* takes back what a moderator chose.',
  why: 'Result',
  matches: 'Best matches',
  asksFor: 'asks for {kind}',
  kinds: {
    date: 'a date',
    number: 'a number',
    amount: 'an amount',
    person: 'a person',
    place: 'a place',
    abbreviation: 'what an abbreviation means',
    things: 'a thing, or a list of things',
    reason: 'a reason',
    manner: 'how to do something',
    'yes-no': 'yes or no',
    statement: 'nothing in particular: it’s not a question',
  },
  /** A word with how telling it is. */
  known: '“{word}”: weight {weight}',
  corrected: '“{word}” corrected to “{to}”: weight {weight}',
  missing: '“{word}”: not in any article',
  outcomes: {
    answered: 'answered',
    unsure: 'only the closest passage',
    unknown: 'not answered',
  },
  confidence:
    'confidence {confidence}: I answer from {answeredFrom} on, and show the closest passage from {closestFrom} on',
  score: 'overall {share} of the best match',
  index: 'word score {all} (sentence alone {sentence})',
  around: 'word scores around it: sentences {neighbours}, paragraph {paragraph}, title {title}',
  reading: 'answer score {margin}',
  unread: 'no answer score',
  unsaid: 'doesn’t mention: {words}',
  /** What moderators have taught, and where the articles no longer hold the passage. */
  taughtAs: 'taught for: {question}',
  taughtGone: 'the articles no longer contain the passage that was taught, so I don’t use it',
} as const;
