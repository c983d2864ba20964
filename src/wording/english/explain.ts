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
