import { counter } from '../kit/plurals.ts';
import type { SettingsTexts } from '../kit/settings-texts.ts';

const counted = counter('de-DE');

export const germanSettings: SettingsTexts = {
  title: 'Wie ich auf diesem Server arbeite',
  changed: (by, words) => `${by} hat die Einstellungen geändert: ${words}`,
  names: {
    humanChannelId: 'Kanal für Menschen',
    humanRoleId: 'Rolle für Menschen',
    logChannelId: 'Protokollkanal',
    moderatorRoleIds: 'Moderationsrollen',
    speakChannelIds: 'Kanäle, in denen ich spreche',
    answersMentions: 'ob ich auf Erwähnungen antworte',
    mentionChannelIds: 'Kanäle, in denen ich auf Erwähnungen antworte',
    isPrivateByDefault: 'für wen Antworten sind',
    questionsInARow: 'Fragen hintereinander',
    secondsBetween: 'Sekunden zwischen Fragen',
    strictness: 'Strenge',
    language: 'Sprache',
    staleAfterDays: 'wann Artikel veraltet sind',
  },
  people: (places) =>
    places === ''
      ? 'Fragen werden nicht an Menschen weitergegeben.'
      : `Fragen an Menschen gehen an ${places}.`,
  moderators: (roles) =>
    roles === ''
      ? 'Moderieren darf, wer Nachrichten oder den Server verwalten darf.'
      : `Moderieren darf, wer Nachrichten oder den Server verwalten darf, und ${roles}.`,
  log: (place) =>
    place === ''
      ? 'Aktualisierungen und geänderte Einstellungen werden in keinem Kanal gemeldet.'
      : `Aktualisierungen und geänderte Einstellungen werden in ${place} gemeldet.`,
  speak: (places) =>
    places === ''
      ? 'Ich antworte in jedem Kanal für alle sichtbar.'
      : `Für alle sichtbar antworte ich nur in ${places}; anderswo sieht nur, wer fragt, die Antwort.`,
  mentions: (places) =>
    places === ''
      ? 'Auf Erwähnungen antworte ich überall, wo ich spreche.'
      : `Auf Erwähnungen antworte ich nur in ${places}.`,
  noMentions: 'Auf Erwähnungen antworte ich nicht.',
  forAsker: 'Die Antwort auf `/ask` sieht nur, wer fragt, wenn nichts anderes gewählt ist.',
  forAll: 'Die Antwort auf `/ask` sehen alle, wenn nichts anderes gewählt ist.',
  cooldown: (inARow, seconds) =>
    `Jedes Mitglied hat in einem Kanal ${counted(inARow, { one: 'Frage', other: 'Fragen' })} hintereinander, dann eine alle ${counted(seconds, { one: 'Sekunde', other: 'Sekunden' })}.`,
  strictness: {
    strict: 'Streng: Ich antworte nur, wo ich sehr sicher bin, und sage öfter, dass ich es nicht weiß.',
    balanced: 'Ausgewogen: Ich antworte, wo ich sicher bin, und zeige sonst die nächstliegende Stelle.',
    lenient: 'Großzügig: Ich antworte öfter, irre mich öfter und zeige mehr nächstliegende Stellen.',
  },
  language: (name) => `Hier spreche ich mit allen dieselbe Sprache: ${name}.`,
  ownLanguage: 'Ich spreche die Sprache dessen, der fragt, wo ich sie kann, und zu allen die des Servers.',
  stale: (days) =>
    `Als veraltet gelten Artikel, nach denen ${counted(days, { one: 'Tag', other: 'Tage' })} lang niemand gesehen hat.`,
  closed: (place) =>
    `In ${place} darf ich noch nicht schreiben: lass mich ihn sehen und dort Nachrichten senden.`,
  silent: (place) =>
    `In ${place} spreche ich nicht, also antworte ich dort auch nicht auf Erwähnungen: siehe \`/einstellungen sprechen\`.`,
  closedToCards: (place) =>
    `In ${place} darf ich noch nicht schreiben: lass mich ihn sehen, dort Nachrichten senden und Links einbetten.`,
  roleNotCalled: (role) =>
    `${role} wird genannt, aber nicht gerufen: lass alle die Rolle erwähnen, oder gib mir die Berechtigung „Erwähne @everyone, @here und alle Rollen“.`,
  commandsHidden:
    'Damit Mitglieder mit so einer Rolle die Befehle sehen, gib sie unter Servereinstellungen › Integrationen für sie frei.',
};
