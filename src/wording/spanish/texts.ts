import type { Reason } from '../../answering/question/answer.ts';
import type { Detail } from '../../answering/question/answer-type.ts';
import { counter, type PluralForms } from '../kit/plurals.ts';
import { type QuotingHabits, quotedForms, quotedWords } from '../kit/quoted-words.ts';
import type { Texts } from '../kit/texts.ts';
import { spanishProblem } from './problems.ts';
import { spanishRefusal } from './refusals.ts';
import { spanishSettings } from './settings.ts';

const TAG = 'es-ES';
const counted = counter(TAG);
const QUOTES: QuotingHabits = { marks: ['«', '»'], or: 'ni', andMore: 'y más' };

const ARTICLES: PluralForms = { one: 'artículo', other: 'artículos' };
const FACTS: PluralForms = { one: 'dato', other: 'datos' };
const PROBLEMS: PluralForms = { one: 'problema', other: 'problemas' };

const QUESTIONS: PluralForms = { one: 'pregunta', other: 'preguntas' };
const VOTES: PluralForms = { one: 'voto', other: 'votos' };

const DETAILS: Readonly<Record<Detail, string>> = {
  date: 'ninguna fecha',
  number: 'ningún número',
  amount: 'ninguna cantidad',
  person: 'ninguna persona',
  place: 'ningún lugar',
};

function reason(why: Reason): string {
  switch (why.kind) {
    case 'no-question':
      return 'no hay ninguna pregunta';
    case 'small-talk':
      return 'lo que se dice de paso no necesita fuente';
    case 'not-mentioned':
      return `ningún artículo menciona ${quotedWords(why.words, QUOTES)}`;
    case 'nothing-close':
      return 'ningún pasaje se acerca lo suficiente a la pregunta';
    case 'partly-said':
      return `el pasaje no dice ${quotedWords(why.words, QUOTES)}`;
    case 'no-such-detail':
      return `el pasaje no da ${DETAILS[why.asksFor]}`;
    case 'not-spelt-out': {
      const [short, long] = quotedForms(why, QUOTES);
      return `${short} es la abreviatura de ${long}, lo que ningún pasaje dice`;
    }
    case 'taught':
      return 'un moderador ha indicado que responde a esto';
    case 'said':
      return 'el pasaje contiene las palabras de la pregunta';
  }
}

/** Members are addressed as «tú». */
export const spanish: Texts = {
  language: 'es',
  tag: TAG,
  reason,
  confidence: { high: 'alta', good: 'buena', low: 'baja' },
  because: (level, why) => `${level}: ${why}`,
  despite: (level, why) => `${level}, pero ${why}`,
  refusal: spanishRefusal,
  problem: spanishProblem,
  place: (paragraph, sentence) => `párrafo ${paragraph}, frase ${sentence}`,
  published: (day) => `publicado el ${day}`,
  captured: (day) => `recogido el ${day}`,
  counted: {
    articles: (count) => counted(count, ARTICLES),
    facts: (count) => counted(count, FACTS),
    problems: (count) => counted(count, PROBLEMS),
  },
  more: {
    articles: (count) => `… y ${counted(count, { one: 'artículo más', other: 'artículos más' })}`,
    problems: (count) => `… y ${counted(count, { one: 'problema más', other: 'problemas más' })}`,
    lines: (count) => `… y ${counted(count, { one: 'línea más', other: 'líneas más' })}`,
  },
  answer: {
    unsure: 'No estoy seguro. Este es el pasaje más cercano que tengo:',
    readAs: (question) => `Leído como: ${question}`,
    understoodAs: (question) => `Entendido como: ${question}`,
    where: 'Dónde',
    confidence: 'Confianza',
    lastRead: 'artículos leídos',
    unknown: 'No lo sé',
    tryOtherWords: 'Prueba con las palabras de los artículos o míralos con `/fuentes`.',
    nearest: 'Estos pasajes podrían estar relacionados:',
    maybeRelated: 'Este pasaje podría estar relacionado, pero no sé si responde a tu pregunta:',
    hello: '¡Hola! Pregúntame algo sobre los artículos; `/fuentes` los muestra, `/ayuda` dice qué sé hacer.',
    noQuestion:
      'No sé qué se pregunta: no hay una pregunta entera. Pregúntame algo sobre los artículos; `/fuentes` los muestra, `/ayuda` dice qué sé hacer.',
    closeCall: 'Otro pasaje encaja casi igual de bien: elígelo abajo si te referías a él.',
    quotedIn: (language) => `Idioma de la cita: ${language}.`,
    pointedAt: (mention) => `${mention}, esto puede ayudar:`,
    sharedBy: (mention) => `Compartido por ${mention}`,
    contextTitle: 'Alrededor de la cita',
    noMore: 'No hay más resultados.',
    more: (count) => `… ${count} más`,
    pressForMore: (button) => `*${button}* muestra más`,
    outdated: (day) => `Esto es del ${day} y puede estar desactualizado.`,
  },
  sources: {
    page: (page, pages) => `página ${page} de ${pages}`,
    learning: 'Todavía estoy leyendo estos artículos a fondo: hasta entonces me guío solo por sus palabras.',
  },
  refresh: {
    title: (articles, facts) => `Actualizado: ${articles}, ${facts}`,
    unchanged: 'Nada ha cambiado.',
    facts: (changes) => `Datos: ${changes}`,
    changes: (added, removed, changed) => `${added} añadidos, ${removed} quitados, ${changed} cambiados`,
    keptVersion: 'Su última versión legible sigue respondiendo hasta un reinicio.',
    previewTitle: (articles, facts) => `Vista previa: serían ${articles}, ${facts}`,
    wouldNotChange: 'Una actualización no cambiaría nada.',
    changedAnswers: 'Respuestas que cambiarían',
    sameAnswers: 'Ninguna de las últimas preguntas se respondería de otro modo.',
    discarded: 'Descartado: nada ha cambiado.',
    causes: {
      start: 'me iniciaron',
      command: '`/actualizar`',
      preview: 'se aplicó una vista previa',
      undo: 'deshecho',
      files: 'cambiaron archivos',
    },
    elsewhere: 'en otro servidor',
    snapshotsTitle: 'Volver a lo que respondía antes',
    noSnapshots: 'Todavía no hay nada a lo que volver.',
    undone:
      'Vale hasta que se lea de nuevo la carpeta: con `/actualizar`, cuando cambie un archivo en ella o cuando me reinicien.',
  },
  knowledge: {
    added: (facts) => `Añadido, con ${facts}. Desde ahora responde en este servidor.`,
    replaced: (facts) => `Sustituido; ahora tiene ${facts}.`,
    unchanged: 'Nada ha cambiado: el artículo ya está, palabra por palabra.',
    removed: (path) => `Quitado: ${path}. Ya no responde.`,
    list: (articles) => `Lo propio de este servidor: ${articles}`,
    none: 'Este servidor aún no tiene artículos propios. `/saber añadir` toma un archivo o te deja escribir una nota.',
    addedBy: (member, day) => `por ${member}, ${day}`,
    stale: (days) => `nadie lo ha revisado en ${counted(days, { one: 'día', other: 'días' })}`,
    saidIn: (titles) => `dice lo mismo que: ${titles}`,
    setAside:
      '⚠️ Los artículos propios de este servidor me han llevado demasiado tiempo dos veces, así que los he apartado: por ahora aquí solo responden los artículos comunes. Mira con `/saber lista` qué se añadió al final y acórtalo o quítalo; después volveré a usar los demás.',
    unreadable: (path) =>
      `${path} no responde: ya no se puede leer, o los artículos del servidor tienen juntos demasiadas frases y palabras; añádelo de nuevo o quita otro`,
    lastChanges: 'Lo último que se cambió en este servidor. Elige qué deshacer:',
    noChanges: 'En este servidor aún no se ha cambiado nada.',
    undone: (what) => `Deshecho; ahora ${what}`,
    change: {
      added: (name) => `añadido: ${name}`,
      changed: (name) => `cambiado: ${name}`,
      removed: (name) => `quitado: ${name}`,
      taught: (question) => `enseñado: ${question}`,
      forgotten: (question) => `olvidado: ${question}`,
    },
  },
  explain: {
    title: 'Por qué esta respuesta',
    read: 'Cómo la he leído',
    shown: 'Lo que muestro',
    why: 'Qué ha resultado',
    matches: 'Lo que mejor encaja',
    asksFor: (kind) => `pregunta por ${kind}`,
    kinds: {
      date: 'una fecha',
      number: 'un número',
      amount: 'una cantidad',
      person: 'una persona',
      place: 'un lugar',
      abbreviation: 'lo que significa una sigla',
      things: 'una cosa o varias',
      reason: 'un motivo',
      manner: 'cómo se hace algo',
      'yes-no': 'un sí o un no',
      statement: 'nada en concreto: no es una pregunta',
    },
    known: (word, weight) => `«${word}»: peso ${weight}`,
    corrected: (word, to, weight) => `«${word}» leído como «${to}»: peso ${weight}`,
    missing: (word) => `«${word}»: en ningún artículo`,
    outcomes: { answered: 'respondida', unsure: 'solo el pasaje más cercano', unknown: 'sin respuesta' },
    confidence: (confidence, answered, unsure) =>
      `confianza ${confidence}; respuesta desde ${answered}, pasaje más cercano desde ${unsure}`,
    score: (share) => `valor ${share} del mejor`,
    index: (all, sentence) => `palabras ${all}, de la frase ${sentence}`,
    around: (neighbours, paragraph, title) => `al lado ${neighbours}, párrafo ${paragraph}, título ${title}`,
    reading: (margin) => `leído como respuesta: ${margin}`,
    unread: 'no leído palabra por palabra',
    unsaid: (words) => `no dice: ${words}`,
    taughtAs: (question) => `enseñado como: ${question}`,
    taughtGone:
      'el pasaje enseñado ya no está en los artículos, así que es como si nunca se hubiera enseñado',
  },
  stats: {
    title: (days) => `Los últimos ${days} días`,
    answered: (count) => `${count} respondidas`,
    unsure: (count) => `${count} con el pasaje más cercano`,
    unknown: (count) => `${count} sin respuesta`,
    questions: 'Lo más preguntado',
    articles: 'Lo más citado',
    neverQuoted: 'Nunca citado',
  },
  privacy: {
    kept: (questions, votes) => `Guardo de ti ${counted(questions, QUESTIONS)} y ${counted(votes, VOTES)}.`,
    forgotten: (questions, votes) =>
      `Borrado: ${counted(questions, QUESTIONS)} y ${counted(votes, VOTES)}. En un día como máximo ya no estarán en ninguno de mis archivos. Lo que decidiste como moderador se queda.`,
    stays:
      'Borrar no retira lo que los moderadores me enseñaron, o anotaron, con las palabras de tu pregunta. Tu nombre no aparece ahí; pide a un moderador que lo quite. Hasta que me reinicien, las últimas preguntas también pueden seguir en memoria, sin nombres.',
  },
  unanswered: {
    title: (count) =>
      count === 0
        ? 'No queda nada sin respuesta'
        : counted(count, {
            one: 'pregunta sin respuesta',
            many: 'preguntas sin respuesta',
            other: 'preguntas sin respuesta',
          }),
    times: (count) => counted(count, { one: 'vez', many: 'veces', other: 'veces' }),
    once: (time) => `preguntado ${time}`,
    between: (first, last) => `primero ${first}, por última vez ${last}`,
    privately: 'en privado',
    whatToDo:
      'Enséñame el pasaje que lo responde, escribe tú una respuesta, o descarta la pregunta hasta que se haga de nuevo.',
    nothingToTeach: 'Ningún pasaje se acerca a la pregunta, así que no hay cuál enseñar.',
    taught: (question) => `Desde ahora respondo con este pasaje a: ${question}`,
    untaught: (question) => `Olvidado. A esto respondo de nuevo solo con los artículos: ${question}`,
    dismissed: (question) => `Descartado hasta que se pregunte de nuevo: ${question}`,
    nowKnown: (mention) => `${mention}, me lo preguntaste; ahora lo sé:`,
  },
  help: {
    title: 'Qué sé hacer',
    what: [
      'Respondo preguntas a partir de una carpeta de artículos. Cada respuesta es una cita con su fuente exacta; si no está en los artículos, lo digo.',
      'Pregunta con `/preguntar`, mencióname con una pregunta, escríbeme en privado o elige *Aplicaciones › Responder a este mensaje* en un mensaje.',
      'Responde a una respuesta para seguir preguntando: «¿y en Alemania?», «¿cuándo?».',
      '`/fuentes` muestra los artículos.',
    ],
    privacyTitle: 'Qué guardo',
    privacy: [
      'El texto de una pregunta, su respuesta y los identificadores de quién preguntó, dónde y cuándo. `/privacidad` muestra cuánto es y lo borra.',
      'Tu voto, «Útil» o «No útil», con tu identificador; cuenta el último.',
      'Para seguir preguntando, tu última respuesta aquí, diez minutos, solo en memoria.',
      'Ningún otro mensaje: solo veo los que me mencionan, me responden, me escriben o que alguien me hace responder.',
      'Nada sale de la máquina en la que funciono, salvo hacia Discord.',
      'Una pregunta que respondí a la vista de todos la puedo sugerir a otros del mismo servidor, sin tu nombre.',
      'Lo que no pude responder lo ven los moderadores del servidor; si solo lo viste tú, sin saber quién preguntó.',
      'Lo que cambian los moderadores (artículos, ajustes, lo enseñado, actualizaciones), con sus identificadores y cuándo; `/privacidad` no lo borra.',
    ],
    moderationTitle: 'Quién modera',
    moderation:
      'Quien puede gestionar mensajes o el servidor aquí, o tiene un rol elegido para ello: con `/actualizar` se leen de nuevo los artículos, con `/sin-respuesta` se me enseña, y se puede quitar cualquier respuesta.',
  },
  settings: spanishSettings,
  notices: {
    answerFollows: 'Ha tardado un momento. Aquí está la respuesta:',
    pressAgain: 'He tardado demasiado en abrir un formulario. Pulsa otra vez, por favor.',
    unknownCommand: 'Ya no conozco este comando; pronto desaparecerá del menú.',
    unknownInteraction: 'No sé qué hacer con esto.',
    failed: (id) => `Algo ha fallado por mi parte. Quien me gestiona lo encuentra con «${id}».`,
    answered: (link) => `Respondido: ${link}`,
    nothingToAnswer: 'En este mensaje no hay texto que pueda responder.',
    handedOn: (place, isOwn) =>
      isOwn ? `Tu pregunta está ahora en ${place}.` : `La pregunta está ahora en ${place}.`,
    askedHuman: (asker, by) => (by === null ? `${asker} pregunta:` : `${by} pasa una pregunta de ${asker}:`),
  },
};
