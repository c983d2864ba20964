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

export const refusals = {
  'took-too-long':
    'This took me too long, so I stopped. Please ask in fewer or other words. If it happens again, tell whoever runs me: they find it under “{id}”.',
  'not-yours': 'This belongs to {owner}; a moderator may use it too.',
  'article-too-large': 'The file is larger than {maxKb, number} KB. Divide it into several articles.',
  'article-unreadable': 'This file cannot be read as an article, so nothing has changed.',
  'no-readable-article': 'There is no readable article any more, so the old ones keep answering.',
  'too-many-articles': 'A server has at most {max, number} articles of its own. Remove one first.',
  'articles-too-large':
    'A server’s own articles have at most {maxMb, number} MB together, and these would have more. Remove one first (`/knowledge remove`), or replace one by a shorter file of the same name.',
  'articles-too-many-facts':
    'A server’s own articles hold at most {maxFacts, number, integer} sentences and about {maxWords, number, integer} words together, headings counted once for each paragraph below; with this one there would be more. Remove one first (`/knowledge remove`), or shorten long lists, headings and the text before lists.',
  'too-many-taught':
    'A server can teach me at most {max, number} questions. To make room, take one back: `/knowledge explain` it, and press “Forget what was taught”.',
  'shared-folder':
    'These articles answer in every server that I am in, so whoever runs me decides whose moderators may do this. It needs this server’s id, {guildId}, in the setting `KNOWLEDGE_GUILD_IDS`. Articles of this server alone are yours: `/knowledge`.',
  'not-a-moderator':
    'Only moderators can do this: it needs the permission “Manage Messages”, or a role that this server has chosen for it.',
  'not-a-manager': 'Only those who manage the server can do this: it needs the permission “Manage Server”.',
  everyone: '@everyone is everybody in this server. Please choose a role that only the right people have.',
  'not-here': 'This channel is not one where I may speak: the server has chosen others for me.',
  'unknown-button': 'This button is not one of mine any more. Please ask again.',
  'passage-gone': 'This passage is no longer in the articles. Please ask again.',
  'answer-forgotten': 'I no longer know what was asked here. Please ask again.',
  'no-human': 'No channel and no role is set any more that I could hand questions to.',
  'human-out-of-reach':
    'I may not write where questions are handed to. A moderator can let me, or choose another channel.',
  'no-article-file': 'An article is a file whose name ends in {endings}.',
  'no-such-article': 'This server has no such article of its own. `/knowledge list` shows them.',
  'changed-since': 'This can no longer be undone: the same thing has been changed since.',
  'upload-lost': 'I could not fetch the file from Discord. Please try again.',
  settled: 'This has been dealt with already. `/unanswered` lists what is left.',
  'not-the-asker': 'Only whoever asked this can be told; ask it yourself to be told too.',
  'preview-gone':
    'This preview is no longer valid: the articles have changed since, or I was restarted. Nothing has changed; please preview again.',
  'snapshot-gone':
    'That state of the articles is no longer kept, so nothing has changed. Please choose another.',
  'snapshot-damaged':
    'That state of the articles is damaged in my database, so nothing has changed. Please choose another one, or read the folder again with `/refresh`.',
  'not-kept': 'I cannot write anything down at the moment, so nothing has changed. Please try again later.',
  'not-taught':
    'What was taught here has been changed since, so nothing has changed now. `/knowledge explain` tells how it is.',
  'cooling-down':
    'Not so fast: you can ask here again in {seconds, plural, one {# second} other {# seconds}}.',
} as const;
