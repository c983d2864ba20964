export const notices = {
  /** Above an answer that took so long that something else had to be said first. */
  answerFollows: 'That took a moment. Here’s the answer:',
  /** A form would have come too late. */
  pressAgain: 'The form took too long to open. Please press again.',
  unknownCommand: 'This command no longer exists. It will soon disappear from the menu.',
  unknownInteraction: 'I don’t know what to do with this.',
  failed:
    'Something went wrong. Please try again. If it keeps happening, tell the bot’s owner this code: {id}',
  answered: 'Answered: {link}',
  /** To a mention where the bot answers none; the line is deleted after some seconds. */
  mentionsElsewhere: 'I answer mentions only in {channels}. Here, please use `/ask`.',
  noMentionsHere: 'I don’t answer mentions here. Please use `/ask`.',
  nothingToSave: 'This message has no text that I could save.',
  nothingToAnswer: 'This message has no text that I could answer.',
  /** Where a question is now, to who handed it on, whose own it may be. */
  handedOn: {
    own: 'I’ve posted your question in {channel}.',
    other: 'I’ve posted the question in {channel}.',
  },
  /** What people read before a question: who asks, and who has handed it on, or null if that is the same. */
  askedHelpers: {
    own: '{asker} needs help with:',
    other: '{by} passes on a question from {asker}:',
  },
} as const;

export const refusals = {
  'took-too-long':
    'This took too long, so I stopped. Please ask with fewer or other words. If it keeps happening, tell the bot’s owner this code: {id}',
  'not-yours': 'Only {owner} or a moderator can use this.',
  'article-too-large': 'The file is larger than {maxKb, number} KB. Split it into several articles.',
  'nothing-to-add': 'Nothing was added. Attach a file, or write a title and a text.',
  'article-unreadable': 'I can’t read this file as an article, so nothing has changed.',
  'no-readable-article': 'I found no readable article, so I keep using the old ones.',
  'too-many-articles': 'A server can have at most {max, number} articles of its own. Remove one first.',
  'articles-too-large':
    'A server’s own articles can have at most {maxMb, number} MB in total, and this would be more. Remove one first with `/knowledge remove`, or replace one with a shorter file of the same name.',
  'articles-too-many-facts':
    'A server’s own articles can have at most {maxFacts, number, integer} sentences and about {maxWords, number, integer} words in total, and this would be more. Remove one first with `/knowledge remove`, or shorten long lists and headings.',
  'too-many-taught':
    'A server can teach me at most {max, number} questions. To make room, open one with `/knowledge explain`, and press “Forget this answer”.',
  'too-many-synonyms':
    'A server can have at most {max, number} synonyms. Remove one first with `/knowledge synonyms`.',
  'synonym-not-a-word':
    'A synonym is one word without spaces, such as “ip”, for words of the articles, such as “server address”. Please try again.',
  'synonym-not-in-articles':
    'No article contains {words}, so the synonym would lead nowhere. Please use words from the articles.',
  'shared-folder':
    'Other servers use these articles too, so the bot’s owner decides who may do this. Ask them to add the ID of this server, {guildId}, to the setting `KNOWLEDGE_GUILD_IDS`. You can always change this server’s own articles with `/knowledge`.',
  'not-a-moderator':
    'Only moderators can do this. You need the permission “Manage Messages”, or a role from `/settings moderators`.',
  'not-a-manager': 'Only members who manage the server can do this. You need the permission “Manage Server”.',
  everyone: '@everyone is every member of this server. Please choose a role that only the right people have.',
  'list-full': 'At most {max, number} can be on this list. Remove one first.',
  'not-here':
    'I’m not allowed to answer in public in this channel. The server chose other channels for that.',
  'unknown-button': 'This button no longer works. Please ask again.',
  'passage-gone': 'This passage is no longer in the articles. Please ask again.',
  'not-for-all': 'Not everybody in this channel may read this article, so it can’t be shared here.',
  'answer-forgotten': 'I no longer have this question. Please ask again.',
  'vote-changed':
    'You no longer have a 👎 on this answer, so I haven’t passed on what you wrote. If something is still missing, press 👎 first.',
  'no-helpers': 'This server no longer has a channel or role for helpers.',
  'helpers-asked': 'Somebody has already passed this question on to the helpers.',
  'helpers-out-of-reach':
    'I can’t write in the helper channel. Ask a moderator to let me, or to choose another channel.',
  'no-article-file': 'This file can’t be an article. Choose one whose name ends in {endings}.',
  'no-such-article': 'This server has no article of that name. `/knowledge list` shows its own articles.',
  'ambiguous-article':
    'More than one article has this name: {names}. Choose one from the list that appears while you type.',
  'too-long-to-edit':
    'A form holds {maxChars, number, integer} characters, and {name} has more. Get the file with `/knowledge show`, change it, and add it again with `/knowledge add`: it replaces the one of the same name.',
  'draft-gone':
    'I no longer have this text, because I restarted or an hour has passed. Nothing has changed. Open the article again with `/knowledge edit`.',
  'not-your-change':
    'You can undo your own changes of articles, taught answers and synonyms. To undo anything else, you need the permission “Manage Server”.',
  'changed-since': 'This can no longer be undone, because it has been changed again since.',
  'upload-lost': 'I couldn’t get the file from Discord. Please try again.',
  settled: 'This has already been dealt with. `/unanswered` lists what is left.',
  'not-the-asker':
    'I can only notify the member who asked. Ask the question yourself, and I’ll notify you too.',
  'preview-gone':
    'This preview is no longer valid, because the articles have changed, I restarted, or too much time has passed. Nothing has changed. Please preview again.',
  'snapshot-gone': 'That version is no longer available, so nothing has changed. Please choose another.',
  'snapshot-damaged':
    'That version is damaged, so nothing has changed. Please choose another, or read the folder again with `/refresh`.',
  'not-kept': 'I can’t save anything right now, so nothing has changed. Please try again later.',
  'not-taught':
    'This taught answer has changed in the meantime, so nothing has changed now. `/knowledge explain` shows how it is.',
  'cooling-down':
    'Not so fast: you can ask here again in {seconds, plural, one {# second} other {# seconds}}.',
} as const;
