import type { Reason } from '../../answering/question/answer.ts';
import type { Detail } from '../../answering/question/answer-type.ts';
import { counter, type PluralForms } from '../kit/plurals.ts';
import { type QuotingHabits, quotedForms, quotedWords } from '../kit/quoted-words.ts';
import type { Texts } from '../kit/texts.ts';
import { englishProblem } from './problems.ts';
import { englishRefusal } from './refusals.ts';
import { englishSettings } from './settings.ts';

const TAG = 'en-GB';
const counted = counter(TAG);
const QUOTES: QuotingHabits = { marks: ['“', '”'], or: 'or', andMore: 'and more' };

const ARTICLES: PluralForms = { one: 'article', other: 'articles' };
const FACTS: PluralForms = { one: 'fact', other: 'facts' };
const PROBLEMS: PluralForms = { one: 'problem', other: 'problems' };

const QUESTIONS: PluralForms = { one: 'question', other: 'questions' };
const VOTES: PluralForms = { one: 'vote', other: 'votes' };

const DETAILS: Readonly<Record<Detail, string>> = {
  date: 'no date',
  number: 'no number',
  amount: 'no amount',
  person: 'no person',
  place: 'no place',
};

function reason(why: Reason): string {
  switch (why.kind) {
    case 'no-question':
      return 'there is no question in it';
    case 'small-talk':
      return 'what is said in passing needs no source';
    case 'not-mentioned':
      return `no article mentions ${quotedWords(why.words, QUOTES)}`;
    case 'nothing-close':
      return 'no passage comes close enough to the question';
    case 'partly-said':
      return `the passage does not say ${quotedWords(why.words, QUOTES)}`;
    case 'no-such-detail':
      return `the passage gives ${DETAILS[why.asksFor]}`;
    case 'not-spelt-out': {
      const [short, long] = quotedForms(why, QUOTES);
      return `${short} is short for ${long}, which no passage tells`;
    }
    case 'taught':
      return 'a moderator has taught that it answers this';
    case 'said':
      return 'the passage holds the words of the question';
  }
}

/** British spelling; also what the terminal speaks. */
export const english: Texts = {
  language: 'en',
  tag: TAG,
  reason,
  confidence: { high: 'high', good: 'good', low: 'low' },
  because: (level, why) => `${level}: ${why}`,
  despite: (level, why) => `${level}, but ${why}`,
  refusal: englishRefusal,
  problem: englishProblem,
  place: (paragraph, sentence) => `paragraph ${paragraph}, sentence ${sentence}`,
  published: (day) => `published ${day}`,
  captured: (day) => `captured ${day}`,
  counted: {
    articles: (count) => counted(count, ARTICLES),
    facts: (count) => counted(count, FACTS),
    problems: (count) => counted(count, PROBLEMS),
  },
  more: {
    articles: (count) => `… and ${counted(count, { one: 'more article', other: 'more articles' })}`,
    problems: (count) => `… and ${counted(count, { one: 'more problem', other: 'more problems' })}`,
    lines: (count) => `… and ${counted(count, { one: 'more line', other: 'more lines' })}`,
  },
  answer: {
    unsure: 'I am not sure. This is the closest passage I have:',
    readAs: (question) => `I read it as: ${question}`,
    understoodAs: (question) => `Understood as: ${question}`,
    where: 'Where',
    confidence: 'Confidence',
    lastRead: 'articles last read',
    unknown: 'I don’t know',
    tryOtherWords: 'Try the words that the articles use, or look through them with `/sources`.',
    nearest: 'These passages may be related:',
    maybeRelated: 'This passage may be related, but I don’t know whether it answers your question:',
    hello: 'Hello! Ask me something about the articles; `/sources` lists them, `/help` tells what I can do.',
    noQuestion:
      'I cannot tell what is asked: there is no whole question in it. Ask me something about the articles; `/sources` lists them, `/help` tells what I can do.',
    closeCall: 'Another passage fits about as well: choose below if this is not what you meant.',
    quotedIn: (language) => `The quote is in ${language}.`,
    pointedAt: (mention) => `${mention}, this may help:`,
    sharedBy: (mention) => `Shared by ${mention}`,
    contextTitle: 'Around the quote',
    noMore: 'There are no further matches.',
    more: (count) => `… ${count} more`,
    pressForMore: (button) => `*${button}* shows more`,
    outdated: (day) => `This is from ${day} and may be out of date.`,
  },
  sources: {
    page: (page, pages) => `page ${page} of ${pages}`,
    learning: 'I am still reading these articles closely: until then I go by their words alone.',
  },
  refresh: {
    title: (articles, facts) => `Refreshed: ${articles}, ${facts}`,
    unchanged: 'Nothing has changed.',
    facts: (changes) => `Facts: ${changes}`,
    changes: (added, removed, changed) => `${added} added, ${removed} removed, ${changed} changed`,
    keptVersion: 'Its last readable version keeps answering until a restart.',
    previewTitle: (articles, facts) => `Preview: it would be ${articles}, ${facts}`,
    wouldNotChange: 'A refresh would change nothing.',
    changedAnswers: 'Answers that would change',
    sameAnswers: 'None of the last questions would be answered differently.',
    discarded: 'Discarded: nothing has changed.',
    causes: {
      start: 'I was started',
      command: '`/refresh`',
      preview: 'a preview was applied',
      undo: 'undone',
      files: 'files changed',
    },
    elsewhere: 'in another server',
    snapshotsTitle: 'Go back to what served before',
    noSnapshots: 'There is nothing yet to go back to.',
    undone:
      'It lasts until the folder is read again: by `/refresh`, when a file in it changes, or when I am restarted.',
  },
  knowledge: {
    added: (facts) => `Added with ${facts}. It answers in this server from now on.`,
    replaced: (facts) => `Replaced; it has ${facts} now.`,
    unchanged: 'Nothing has changed: the article is there already, word for word.',
    removed: (path) => `Removed: ${path}. It answers nothing any more.`,
    list: (articles) => `This server’s own: ${articles}`,
    none: 'This server has no articles of its own yet. `/knowledge add` takes a file, or lets you write a note.',
    addedBy: (member, day) => `by ${member}, ${day}`,
    stale: (days) => `nobody has looked after it for ${counted(days, { one: 'day', other: 'days' })}`,
    saidIn: (titles) => `says the same as: ${titles}`,
    setAside:
      '⚠️ This server’s own articles took me too long to work with twice, so I set them aside: only the shared articles answer here now. Look at what was added last with `/knowledge list` and shorten or remove it; after that I use the others again.',
    unreadable: (path) =>
      `${path} is not served: it can no longer be read, or the server’s own articles have too many sentences and words together; add it again, or remove another`,
    lastChanges: 'What was changed last in this server. Choose what to undo:',
    noChanges: 'Nothing has been changed in this server yet.',
    undone: (what) => `Undone; now ${what}`,
    change: {
      added: (name) => `added: ${name}`,
      changed: (name) => `changed: ${name}`,
      removed: (name) => `removed: ${name}`,
      taught: (question) => `taught: ${question}`,
      forgotten: (question) => `forgotten: ${question}`,
    },
  },
  explain: {
    title: 'Why this answer',
    read: 'How I read it',
    shown: 'What I show',
    why: 'What came of it',
    matches: 'What fits best',
    asksFor: (kind) => `asks for ${kind}`,
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
    known: (word, weight) => `“${word}”: weight ${weight}`,
    corrected: (word, to, weight) => `“${word}” read as “${to}”: weight ${weight}`,
    missing: (word) => `“${word}”: in no article`,
    outcomes: { answered: 'answered', unsure: 'only the closest passage', unknown: 'not answered' },
    confidence: (confidence, answered, unsure) =>
      `confidence ${confidence}; answered from ${answered} on, the closest passage from ${unsure} on`,
    score: (share) => `score ${share} of the best`,
    index: (all, sentence) => `words ${all}, of the sentence ${sentence}`,
    around: (neighbours, paragraph, title) =>
      `beside it ${neighbours}, paragraph ${paragraph}, title ${title}`,
    reading: (logit) => `read as an answer: ${logit}`,
    unread: 'not read',
    unsaid: (words) => `does not say: ${words}`,
    taughtAs: (question) => `taught as: ${question}`,
    taughtGone: 'the articles no longer hold the passage that was taught, so it is as if never taught',
  },
  stats: {
    title: (days) => `The last ${days} days`,
    answered: (count) => `${count} answered`,
    unsure: (count) => `${count} only the closest passage`,
    unknown: (count) => `${count} not answered`,
    questions: 'Asked most often',
    articles: 'Quoted most often',
    neverQuoted: 'Never quoted',
  },
  privacy: {
    kept: (questions, votes) =>
      `I keep ${counted(questions, QUESTIONS)} of yours and ${counted(votes, VOTES)}.`,
    forgotten: (questions, votes) =>
      `Deleted: ${counted(questions, QUESTIONS)} and ${counted(votes, VOTES)}. Within a day at most they are in none of my files any more. What you decided as a moderator stays.`,
    stays:
      'Deleting does not take back what moderators taught me, or wrote down, in the words of your question. Your name is not with it; ask a moderator to remove it. Until I am restarted, the latest questions may also stay in memory, without names.',
  },
  unanswered: {
    title: (count) =>
      count === 0
        ? 'Nothing is left unanswered'
        : counted(count, { one: 'unanswered question', other: 'unanswered questions' }),
    times: (count) => counted(count, { one: 'time', other: 'times' }),
    once: (time) => `asked ${time}`,
    between: (first, last) => `first ${first}, last ${last}`,
    privately: 'in private',
    whatToDo:
      'Teach me the passage that answers it, write an answer of your own, or dismiss it until it is asked again.',
    nothingToTeach: 'No passage comes near it, so there is none to teach.',
    taught: (question) => `From now on I answer this question with the passage: ${question}`,
    untaught: (question) =>
      `Forgotten. What I answer to this comes from the articles alone again: ${question}`,
    dismissed: (question) => `Dismissed until it is asked again: ${question}`,
    nowKnown: (mention) => `${mention}, you asked me this; now I know:`,
  },
  help: {
    title: 'What I can do',
    what: [
      'I answer questions from a folder of articles. Every answer is a quote with its exact source; if the articles do not hold it, I say so.',
      '`/ask` a question, mention me with one, write to me in private, or choose *Apps › Answer this message* on somebody’s message.',
      'Reply to an answer to ask on: “and in Germany?”, “when?”.',
      '`/sources` lists the articles.',
    ],
    privacyTitle: 'What I keep',
    privacy: [
      'The text of a question, its answer, and the ids of who asked, where, and when. `/privacy` shows how much, and deletes it.',
      'Your vote, “Helpful” or “Not helpful”, with your id; the last one counts.',
      'For follow-ups, your last answer here, for ten minutes, in memory alone.',
      'No other messages: I see only those that mention me, reply to me, are written to me, or that somebody has me answer.',
      'Nothing leaves the machine that I run on, except to Discord.',
      'What I answered for all to see, I may suggest to others of the same server, without your name.',
      'What I could not answer, the server’s moderators see; of what I told you alone, not who asked.',
      'What moderators change (articles, settings, what they teach, refreshes), with their ids and when; `/privacy` does not delete that.',
    ],
    moderationTitle: 'Who moderates',
    moderation:
      'Whoever may manage messages or the server here, or has a role that it has chosen for that: they read the articles again with `/refresh`, teach me with `/unanswered`, and may take any answer away.',
  },
  settings: englishSettings,
  notices: {
    answerFollows: 'That took a moment. Here is the answer:',
    pressAgain: 'That took me too long to open a form. Please press again.',
    unknownCommand: 'I no longer know this command; it will soon vanish from the menu.',
    unknownInteraction: 'I do not know what to do with this.',
    failed: (id) => `Something went wrong on my side. Whoever runs me finds it under “${id}”.`,
    answered: (link) => `Answered: ${link}`,
    nothingToAnswer: 'There is no text in this message that I could answer.',
    handedOn: (place, isOwn) =>
      isOwn ? `Your question is in ${place} now.` : `The question is in ${place} now.`,
    askedHuman: (asker, by) => (by === null ? `${asker} asks:` : `${by} hands on a question from ${asker}:`),
  },
};
