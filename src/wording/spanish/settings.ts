import { counter } from '../kit/plurals.ts';
import type { SettingsTexts } from '../kit/settings-texts.ts';

const counted = counter('es-ES');

export const spanishSettings: SettingsTexts = {
  title: 'Cómo trabajo en este servidor',
  changed: (by, words) => `${by} ha cambiado los ajustes: ${words}`,
  names: {
    humanChannelId: 'canal para personas',
    humanRoleId: 'rol para personas',
    logChannelId: 'canal de registro',
    moderatorRoleIds: 'roles de moderación',
    speakChannelIds: 'canales donde hablo',
    answersMentions: 'si respondo a menciones',
    mentionChannelIds: 'canales donde respondo a menciones',
    isPrivateByDefault: 'para quién son las respuestas',
    questionsInARow: 'preguntas seguidas',
    secondsBetween: 'segundos entre preguntas',
    strictness: 'rigor',
    language: 'idioma',
    staleAfterDays: 'cuándo caducan los artículos',
  },
  people: (places) =>
    places === '' ? 'Las preguntas no se pasan a personas.' : `Las preguntas para personas van a ${places}.`,
  moderators: (roles) =>
    roles === ''
      ? 'Moderan quienes pueden gestionar mensajes o el servidor.'
      : `Moderan quienes pueden gestionar mensajes o el servidor, y ${roles}.`,
  log: (place) =>
    place === ''
      ? 'Las actualizaciones y los ajustes cambiados no se anuncian en ningún canal.'
      : `Las actualizaciones y los ajustes cambiados se anuncian en ${place}.`,
  speak: (places) =>
    places === ''
      ? 'Respondo a la vista de todos en cualquier canal.'
      : `Respondo a la vista de todos solo en ${places}; en los demás ve la respuesta solo quien pregunta.`,
  mentions: (places) =>
    places === ''
      ? 'Respondo a las menciones allí donde hablo.'
      : `Respondo a las menciones solo en ${places}.`,
  noMentions: 'No respondo a las menciones.',
  forAsker: 'La respuesta a `/ask` la ve solo quien pregunta, si no elige otra cosa.',
  forAll: 'La respuesta a `/ask` la ven todos, si quien pregunta no elige otra cosa.',
  cooldown: (inARow, seconds) =>
    `Cada miembro tiene ${counted(inARow, { one: 'pregunta', other: 'preguntas' })} seguidas en un canal; después, una cada ${counted(seconds, { one: 'segundo', other: 'segundos' })}.`,
  strictness: {
    strict: 'Estricto: respondo solo si estoy muy seguro y digo más a menudo que no lo sé.',
    balanced: 'Equilibrado: respondo si estoy seguro y, si lo estoy menos, muestro el pasaje más cercano.',
    lenient: 'Flexible: respondo más, me equivoco más a menudo y muestro más pasajes cercanos.',
  },
  language: (name) => `Aquí hablo con todos en un solo idioma: ${name}.`,
  ownLanguage: 'Hablo el idioma de quien pregunta, si lo sé, y a todos el del servidor.',
  stale: (days) =>
    `Se dan por caducados los artículos que nadie ha revisado en ${counted(days, { one: 'día', other: 'días' })}.`,
  closed: (place) => `Todavía no puedo escribir en ${place}: déjame verlo y enviar mensajes allí.`,
  silent: (place) =>
    `En ${place} no hablo, así que allí tampoco respondo a menciones: véase \`/ajustes hablar\`.`,
  closedToCards: (place) =>
    `Todavía no puedo escribir en ${place}: déjame verlo, enviar mensajes e insertar enlaces allí.`,
  roleNotCalled: (role) =>
    `${role} se nombrará, pero no se llamará: deja que todos lo mencionen o dame el permiso «Mencionar @everyone, @here y todos los roles».`,
  commandsHidden:
    'Para que quien tenga ese rol vea los comandos, ábreselos en Ajustes del servidor › Integraciones.',
};
