import { counter } from '../kit/plurals.ts';
import type { SettingsTexts } from '../kit/settings-texts.ts';

const counted = counter('fr-FR');

export const frenchSettings: SettingsTexts = {
  title: 'Comment je travaille sur ce serveur',
  changed: (by, words) => `${by} a modifié les réglages : ${words}`,
  names: {
    humanChannelId: 'salon pour des personnes',
    humanRoleId: 'rôle pour des personnes',
    logChannelId: 'salon du journal',
    moderatorRoleIds: 'rôles de modération',
    speakChannelIds: 'salons où je parle',
    answersMentions: 'si je réponds aux mentions',
    mentionChannelIds: 'salons où je réponds aux mentions',
    isPrivateByDefault: 'pour qui sont les réponses',
    questionsInARow: 'questions de suite',
    secondsBetween: 'secondes entre questions',
    strictness: 'rigueur',
    language: 'langue',
    staleAfterDays: 'quand les articles sont périmés',
  },
  people: (places) =>
    places === ''
      ? 'Les questions ne sont pas transmises à des personnes.'
      : `Les questions pour des personnes vont à ${places}.`,
  moderators: (roles) =>
    roles === ''
      ? 'Modère qui peut gérer les messages ou le serveur.'
      : `Modère qui peut gérer les messages ou le serveur, ainsi que ${roles}.`,
  log: (place) =>
    place === ''
      ? 'Les actualisations et les réglages modifiés ne sont annoncés dans aucun salon.'
      : `Les actualisations et les réglages modifiés sont annoncés dans ${place}.`,
  speak: (places) =>
    places === ''
      ? 'Je réponds à la vue de tous dans tous les salons.'
      : `Je réponds à la vue de tous dans ${places} seulement ; ailleurs, seul qui demande voit la réponse.`,
  mentions: (places) =>
    places === ''
      ? 'Je réponds aux mentions partout où je parle.'
      : `Je réponds aux mentions dans ${places} seulement.`,
  noMentions: 'Je ne réponds pas aux mentions.',
  forAsker: 'Seul qui demande voit la réponse à `/ask`, sauf choix contraire.',
  forAll: 'Tout le monde voit la réponse à `/ask`, sauf choix contraire de qui demande.',
  cooldown: (inARow, seconds) =>
    `Chaque membre a ${counted(inARow, { one: 'question', other: 'questions' })} de suite dans un salon, puis une toutes les ${counted(seconds, { one: 'seconde', other: 'secondes' })}.`,
  strictness: {
    strict: 'Strict : je ne réponds que si je suis très sûr, et dis plus souvent que je ne sais pas.',
    balanced: 'Équilibré : je réponds si je suis sûr et, moins sûr, je montre le passage le plus proche.',
    lenient: 'Souple : je réponds plus, me trompe plus souvent et montre plus de passages proches.',
  },
  language: (name) => `Ici, je parle à tous une seule langue : ${name}.`,
  ownLanguage: 'Je parle la langue de qui demande, si je la connais, et à tous celle du serveur.',
  stale: (days) =>
    `Un article que personne n’a revu depuis ${counted(days, { one: 'jour', other: 'jours' })} est dit périmé.`,
  closed: (place) =>
    `Je ne peux pas encore écrire dans ${place} : laissez-moi le voir et y envoyer des messages.`,
  silent: (place) =>
    `Je ne parle pas dans ${place}, donc je n’y réponds pas non plus aux mentions : voir \`/réglages parler\`.`,
  closedToCards: (place) =>
    `Je ne peux pas encore écrire dans ${place} : laissez-moi le voir, y envoyer des messages et intégrer des liens.`,
  roleNotCalled: (role) =>
    `${role} sera nommé, mais pas appelé : laissez tout le monde le mentionner, ou donnez-moi la permission « Mentionner @everyone, @here et tous les rôles ».`,
  commandsHidden:
    'Pour que qui a ce rôle voie les commandes, ouvrez-les-lui dans Paramètres du serveur › Intégrations.',
};
