import { counter } from '../kit/plurals.ts';
import type { SettingsTexts } from '../kit/settings-texts.ts';

const counted = counter('en-GB');

export const englishSettings: SettingsTexts = {
  title: 'How I work in this server',
  changed: (by, words) => `${by} has changed the settings: ${words}`,
  names: {
    humanChannelId: 'channel for people',
    humanRoleId: 'role for people',
    logChannelId: 'log channel',
    moderatorRoleIds: 'moderator roles',
    speakChannelIds: 'channels where I speak',
    answersMentions: 'whether I answer mentions',
    mentionChannelIds: 'channels where I answer mentions',
    isPrivateByDefault: 'whom answers are for',
    questionsInARow: 'questions in a row',
    secondsBetween: 'seconds between questions',
    strictness: 'strictness',
    language: 'language',
    staleAfterDays: 'when articles are stale',
  },
  people: (places) =>
    places === '' ? 'Questions are not handed to people.' : `Questions for people go to ${places}.`,
  moderators: (roles) =>
    roles === ''
      ? 'Moderators are those who may manage messages or the server.'
      : `Moderators are those who may manage messages or the server, and ${roles}.`,
  log: (place) =>
    place === ''
      ? 'Refreshes and changed settings are not told in a channel.'
      : `Refreshes and changed settings are told in ${place}.`,
  speak: (places) =>
    places === ''
      ? 'I answer for all to see in every channel.'
      : `I answer for all to see in ${places} alone; elsewhere only who asks sees the answer.`,
  mentions: (places) =>
    places === '' ? 'I answer mentions wherever I speak.' : `I answer mentions in ${places} alone.`,
  noMentions: 'I do not answer mentions.',
  forAsker: 'The answer to `/ask` is for the asker alone, unless they choose otherwise.',
  forAll: 'The answer to `/ask` is for all to see, unless the asker chooses otherwise.',
  cooldown: (inARow, seconds) =>
    `Each member has ${counted(inARow, { one: 'question', other: 'questions' })} in a row in a channel, then one every ${counted(seconds, { one: 'second', other: 'seconds' })}.`,
  strictness: {
    strict: 'Strict: I answer only what I am very sure of, and say more often that I do not know.',
    balanced: 'Balanced: I answer what I am sure of, and show the closest passage where I am less sure.',
    lenient: 'Lenient: I answer more, am wrong more often, and show more passages as the closest.',
  },
  language: (name) => `Here I speak to everybody in one language: ${name}.`,
  ownLanguage: 'I speak the language of whoever asks, where I know it, and the server’s to all.',
  stale: (days) =>
    `Articles that nobody has looked after for ${counted(days, { one: 'day', other: 'days' })} are called stale.`,
  closed: (place) => `I may not write in ${place} yet: let me view it and send messages there.`,
  silent: (place) =>
    `I do not speak in ${place}, so I do not answer mentions there either: see \`/settings speak\`.`,
  closedToCards: (place) =>
    `I may not write in ${place} yet: let me view it, send messages and embed links there.`,
  roleNotCalled: (role) =>
    `${role} will be named, but not called: let everyone mention it, or give me the permission “Mention @everyone, @here and All Roles”.`,
  commandsHidden:
    'For whoever has such a role to see the commands, open these to it under Server Settings › Integrations.',
};
