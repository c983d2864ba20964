export const notices = {
  /** Above an answer that took so long that something else had to be said first. */
  answerFollows: 'That took a moment. Here is the answer:',
  /** A form would have come too late. */
  pressAgain: 'That took me too long to open a form. Please press again.',
  unknownCommand: 'I no longer know this command; it will soon vanish from the menu.',
  unknownInteraction: 'I do not know what to do with this.',
  failed: 'Something went wrong on my side. Whoever runs me finds it under “{id}”.',
  answered: 'Answered: {link}',
  nothingToAnswer: 'There is no text in this message that I could answer.',
  /** Where a question is now, to who handed it on, whose own it may be. */
  handedOn: {
    own: 'Your question is in {place} now.',
    other: 'The question is in {place} now.',
  },
  /** What people read before a question: who asks, and who has handed it on; null where that is the same. */
  askedHuman: {
    own: '{asker} asks:',
    other: '{by} hands on a question from {asker}:',
  },
} as const;
