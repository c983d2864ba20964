import type { Reason } from '../../answering/question/answer.ts';
import type { Detail } from '../../answering/question/answer-type.ts';
import { counter, type PluralForms } from '../kit/plurals.ts';
import { type QuotingHabits, quotedForms, quotedWords } from '../kit/quoted-words.ts';
import type { Texts } from '../kit/texts.ts';
import { germanProblem } from './problems.ts';
import { germanRefusal } from './refusals.ts';
import { germanSettings } from './settings.ts';

const TAG = 'de-DE';
const counted = counter(TAG);
const QUOTES: QuotingHabits = { marks: ['„', '“'], or: 'oder', andMore: 'und mehr' };

const ARTICLES: PluralForms = { one: 'Artikel', other: 'Artikel' };
const FACTS: PluralForms = { one: 'Fakt', other: 'Fakten' };
const PROBLEMS: PluralForms = { one: 'Problem', other: 'Probleme' };

const QUESTIONS: PluralForms = { one: 'Frage', other: 'Fragen' };
const VOTES: PluralForms = { one: 'Stimme', other: 'Stimmen' };

const DETAILS: Readonly<Record<Detail, string>> = {
  date: 'kein Datum',
  number: 'keine Zahl',
  amount: 'keinen Betrag',
  person: 'keine Person',
  place: 'keinen Ort',
};

function reason(why: Reason): string {
  switch (why.kind) {
    case 'no-question':
      return 'darin steht keine Frage';
    case 'small-talk':
      return 'was man nebenbei sagt, braucht keine Quelle';
    case 'not-mentioned':
      return `kein Artikel erwähnt ${quotedWords(why.words, QUOTES)}`;
    case 'nothing-close':
      return 'keine Stelle kommt der Frage nahe genug';
    case 'partly-said':
      return `die Stelle sagt nichts von ${quotedWords(why.words, QUOTES)}`;
    case 'no-such-detail':
      return `die Stelle nennt ${DETAILS[why.asksFor]}`;
    case 'not-spelt-out': {
      const [short, long] = quotedForms(why, QUOTES);
      return `${short} steht für ${long}, was keine Stelle sagt`;
    }
    case 'taught':
      return 'die Moderation hat festgelegt, dass sie das beantwortet';
    case 'said':
      return 'die Stelle enthält die Wörter der Frage';
  }
}

/** Members are addressed as “du”, as Discord does. */
export const german: Texts = {
  language: 'de',
  tag: TAG,
  reason,
  confidence: { high: 'hoch', good: 'gut', low: 'gering' },
  because: (level, why) => `${level}: ${why}`,
  despite: (level, why) => `${level}, aber ${why}`,
  refusal: germanRefusal,
  problem: germanProblem,
  place: (paragraph, sentence) => `Absatz ${paragraph}, Satz ${sentence}`,
  published: (day) => `veröffentlicht am ${day}`,
  captured: (day) => `erfasst am ${day}`,
  counted: {
    articles: (count) => counted(count, ARTICLES),
    facts: (count) => counted(count, FACTS),
    problems: (count) => counted(count, PROBLEMS),
  },
  more: {
    articles: (count) => `… und ${counted(count, { one: 'weiterer Artikel', other: 'weitere Artikel' })}`,
    problems: (count) => `… und ${counted(count, { one: 'weiteres Problem', other: 'weitere Probleme' })}`,
    lines: (count) => `… und ${counted(count, { one: 'weitere Zeile', other: 'weitere Zeilen' })}`,
  },
  answer: {
    unsure: 'Ich bin nicht sicher. Das ist die nächstliegende Stelle, die ich habe:',
    readAs: (question) => `Gelesen als: ${question}`,
    understoodAs: (question) => `Verstanden als: ${question}`,
    where: 'Wo',
    confidence: 'Sicherheit',
    lastRead: 'Artikel zuletzt gelesen',
    unknown: 'Das weiß ich nicht',
    tryOtherWords: 'Versuch es mit den Wörtern der Artikel, oder sieh sie mit `/quellen` durch.',
    nearest: 'Diese Stellen könnten dazu passen:',
    maybeRelated: 'Diese Stelle könnte dazu passen, aber ich weiß nicht, ob sie deine Frage beantwortet:',
    hello: 'Hallo! Frag mich etwas zu den Artikeln; `/quellen` listet sie auf, `/hilfe` sagt, was ich kann.',
    noQuestion:
      'Ich erkenne nicht, was gefragt ist: darin steht keine ganze Frage. Frag mich etwas zu den Artikeln; `/quellen` listet sie auf, `/hilfe` sagt, was ich kann.',
    closeCall: 'Eine andere Stelle passt etwa ebenso gut: wähle unten, falls du sie gemeint hast.',
    quotedIn: (language) => `Sprache des Zitats: ${language}.`,
    pointedAt: (mention) => `${mention}, das könnte helfen:`,
    sharedBy: (mention) => `Geteilt von ${mention}`,
    contextTitle: 'Rund um das Zitat',
    noMore: 'Es gibt keine weiteren Treffer.',
    more: (count) => `… ${counted(count, { one: 'weiteres', other: 'weitere' })}`,
    pressForMore: (button) => `*${button}* zeigt mehr`,
    outdated: (day) => `Das ist vom ${day} und vielleicht nicht mehr aktuell.`,
  },
  sources: {
    page: (page, pages) => `Seite ${page} von ${pages}`,
    learning: 'Ich lese diese Artikel noch genauer: bis dahin richte ich mich nur nach ihren Wörtern.',
  },
  refresh: {
    title: (articles, facts) => `Aktualisiert: ${articles}, ${facts}`,
    unchanged: 'Nichts hat sich geändert.',
    facts: (changes) => `Fakten: ${changes}`,
    changes: (added, removed, changed) => `${added} neu, ${removed} entfernt, ${changed} geändert`,
    keptVersion: 'Die letzte lesbare Fassung antwortet bis zu einem Neustart weiter.',
    previewTitle: (articles, facts) => `Vorschau: es wären ${articles}, ${facts}`,
    wouldNotChange: 'Eine Aktualisierung würde nichts ändern.',
    changedAnswers: 'Antworten, die sich ändern würden',
    sameAnswers: 'Keine der letzten Fragen würde anders beantwortet.',
    discarded: 'Verworfen: Nichts hat sich geändert.',
    causes: {
      start: 'ich wurde gestartet',
      command: '`/aktualisieren`',
      preview: 'eine Vorschau wurde übernommen',
      undo: 'zurückgenommen',
      files: 'Dateien haben sich geändert',
    },
    elsewhere: 'auf einem anderen Server',
    snapshotsTitle: 'Zurück zu dem, was vorher geantwortet hat',
    noSnapshots: 'Es gibt noch nichts, wohin es zurückgeht.',
    undone:
      'Das gilt, bis der Ordner wieder gelesen wird: mit `/aktualisieren`, wenn sich darin eine Datei ändert, oder wenn ich neu gestartet werde.',
  },
  knowledge: {
    added: (facts) => `Aufgenommen, mit ${facts}. Er antwortet ab jetzt auf diesem Server.`,
    replaced: (facts) => `Ersetzt; er hat jetzt ${facts}.`,
    unchanged: 'Nichts hat sich geändert: der Artikel ist schon da, Wort für Wort.',
    removed: (path) => `Entfernt: ${path}. Er antwortet nicht mehr.`,
    list: (articles) => `Eigenes dieses Servers: ${articles}`,
    none: 'Dieser Server hat noch keine eigenen Artikel. `/wissen hinzufügen` nimmt eine Datei oder lässt dich eine Notiz schreiben.',
    addedBy: (member, day) => `von ${member}, ${day}`,
    stale: (days) => `seit ${counted(days, { one: 'Tag', other: 'Tagen' })} hat niemand nachgesehen`,
    saidIn: (titles) => `sagt dasselbe wie: ${titles}`,
    setAside:
      '⚠️ Mit den eigenen Artikeln dieses Servers habe ich zweimal zu lange gebraucht und lasse sie deshalb beiseite: Hier antworten jetzt nur die gemeinsamen Artikel. Sieh mit `/wissen liste` nach, was zuletzt hinzukam, und kürze oder entferne es; danach nutze ich die anderen wieder.',
    unreadable: (path) =>
      `${path} antwortet nicht: lässt sich nicht mehr lesen, oder die eigenen Artikel haben zusammen zu viele Sätze und Wörter; füge ihn neu hinzu oder entferne einen anderen`,
    lastChanges: 'Was auf diesem Server zuletzt geändert wurde. Wähle, was rückgängig werden soll:',
    noChanges: 'Auf diesem Server wurde noch nichts geändert.',
    undone: (what) => `Rückgängig gemacht; jetzt ${what}`,
    change: {
      added: (name) => `hinzugefügt: ${name}`,
      changed: (name) => `geändert: ${name}`,
      removed: (name) => `entfernt: ${name}`,
      taught: (question) => `gelehrt: ${question}`,
      forgotten: (question) => `vergessen: ${question}`,
    },
  },
  explain: {
    title: 'Warum diese Antwort',
    read: 'Wie ich sie gelesen habe',
    shown: 'Was ich zeige',
    why: 'Was daraus wurde',
    matches: 'Was am besten passt',
    asksFor: (kind) => `fragt nach ${kind}`,
    kinds: {
      date: 'einem Datum',
      number: 'einer Zahl',
      amount: 'einer Menge',
      person: 'einer Person',
      place: 'einem Ort',
      abbreviation: 'dem Sinn einer Abkürzung',
      things: 'einer Sache oder mehreren',
      reason: 'einem Grund',
      manner: 'der Art und Weise',
      'yes-no': 'Ja oder Nein',
      statement: 'nichts Bestimmtem: es ist keine Frage',
    },
    known: (word, weight) => `„${word}“: Gewicht ${weight}`,
    corrected: (word, to, weight) => `„${word}“ gelesen als „${to}“: Gewicht ${weight}`,
    missing: (word) => `„${word}“: in keinem Artikel`,
    outcomes: { answered: 'beantwortet', unsure: 'nur die nächste Stelle', unknown: 'nicht beantwortet' },
    confidence: (confidence, answered, unsure) =>
      `Sicherheit ${confidence}; beantwortet ab ${answered}, nächste Stelle ab ${unsure}`,
    score: (share) => `Wert ${share} des besten`,
    index: (all, sentence) => `Wörter ${all}, des Satzes ${sentence}`,
    around: (neighbours, paragraph, title) => `daneben ${neighbours}, Absatz ${paragraph}, Titel ${title}`,
    reading: (margin) => `als Antwort gelesen: ${margin}`,
    unread: 'nicht Wort für Wort gelesen',
    unsaid: (words) => `sagt nicht: ${words}`,
    taughtAs: (question) => `gelehrt als: ${question}`,
    taughtGone: 'die gelehrte Stelle steht nicht mehr in den Artikeln, also gilt sie als nie gelehrt',
  },
  stats: {
    title: (days) => `Die letzten ${days} Tage`,
    answered: (count) => `${count} beantwortet`,
    unsure: (count) => `${count} nur die nächste Stelle`,
    unknown: (count) => `${count} nicht beantwortet`,
    questions: 'Am häufigsten gefragt',
    articles: 'Am häufigsten zitiert',
    neverQuoted: 'Nie zitiert',
  },
  privacy: {
    kept: (questions, votes) =>
      `Von dir bewahre ich ${counted(questions, QUESTIONS)} und ${counted(votes, VOTES)} auf.`,
    forgotten: (questions, votes) =>
      `Gelöscht: ${counted(questions, QUESTIONS)} und ${counted(votes, VOTES)}. Spätestens in einem Tag stehen sie in keiner meiner Dateien mehr. Was du als Moderator entschieden hast, bleibt.`,
    stays:
      'Das Löschen nimmt nicht zurück, was die Moderation mich in den Worten deiner Frage gelehrt oder aufgeschrieben hat. Dein Name steht nicht dabei; bitte die Moderation, es zu entfernen. Bis zum Neustart können die letzten Fragen auch im Arbeitsspeicher bleiben, ohne Namen.',
  },
  unanswered: {
    title: (count) =>
      count === 0
        ? 'Nichts ist unbeantwortet'
        : counted(count, { one: 'unbeantwortete Frage', other: 'unbeantwortete Fragen' }),
    times: (count) => counted(count, { one: 'Mal', other: 'Mal' }),
    once: (time) => `gefragt ${time}`,
    between: (first, last) => `zuerst ${first}, zuletzt ${last}`,
    privately: 'privat',
    whatToDo:
      'Lehre mich die Stelle, die das beantwortet, schreib selbst eine Antwort, oder leg die Frage beiseite, bis sie wieder gestellt wird.',
    nothingToTeach: 'Keine Stelle kommt der Frage nahe, also gibt es keine zu lehren.',
    taught: (question) => `Mit dieser Stelle antworte ich von nun an auf: ${question}`,
    untaught: (question) => `Vergessen. Darauf antworte ich wieder allein aus den Artikeln: ${question}`,
    dismissed: (question) => `Beiseitegelegt, bis es wieder gefragt wird: ${question}`,
    nowKnown: (mention) => `${mention}, danach hast du mich gefragt; jetzt weiß ich es:`,
  },
  help: {
    title: 'Was ich kann',
    what: [
      'Ich beantworte Fragen aus einem Ordner mit Artikeln. Jede Antwort ist ein Zitat mit genauer Quelle; steht es nicht in den Artikeln, sage ich das.',
      'Stell eine Frage mit `/fragen`, erwähne mich mit einer, schreib mir privat, oder wähle *Apps › Diese Nachricht beantworten* bei einer Nachricht.',
      'Antworte auf eine Antwort, um weiterzufragen: „und in Deutschland?“, „wann?“.',
      '`/quellen` listet die Artikel auf.',
    ],
    privacyTitle: 'Was ich aufbewahre',
    privacy: [
      'Den Text einer Frage, ihre Antwort und die IDs: wer fragte, wo und wann. `/datenschutz` zeigt, wie viel, und löscht es.',
      'Deine Stimme, „Hilfreich“ oder „Nicht hilfreich“, mit deiner ID; die letzte zählt.',
      'Für Rückfragen deine letzte Antwort hier, zehn Minuten, nur im Arbeitsspeicher.',
      'Keine anderen Nachrichten: ich sehe nur, was mich erwähnt, mir antwortet, an mich geht oder was jemand mich beantworten lässt.',
      'Nichts verlässt den Rechner, auf dem ich laufe, außer zu Discord.',
      'Eine Frage, die ich für alle sichtbar beantwortet habe, schlage ich anderen auf demselben Server vor, ohne deinen Namen.',
      'Was ich nicht beantworten konnte, sieht die Moderation des Servers; was nur du gesehen hast, ohne wer gefragt hat.',
      'Was die Moderation ändert (Artikel, Einstellungen, Gelehrtes, Aktualisierungen), mit ihren IDs und wann; `/datenschutz` löscht das nicht.',
    ],
    moderationTitle: 'Wer moderiert',
    moderation:
      'Wer hier Nachrichten oder den Server verwalten darf oder eine dafür gewählte Rolle hat: mit `/aktualisieren` werden die Artikel neu gelesen, mit `/unbeantwortet` lerne ich dazu, und jede Antwort kann entfernt werden.',
  },
  settings: germanSettings,
  notices: {
    answerFollows: 'Das hat einen Moment gedauert. Hier ist die Antwort:',
    pressAgain: 'Das hat mir für ein Formular zu lange gedauert. Bitte noch einmal drücken.',
    unknownCommand: 'Diesen Befehl kenne ich nicht mehr; er verschwindet bald aus dem Menü.',
    unknownInteraction: 'Damit weiß ich nichts anzufangen.',
    failed: (id) => `Bei mir ging etwas schief. Wer mich betreibt, findet es unter „${id}“.`,
    answered: (link) => `Beantwortet: ${link}`,
    nothingToAnswer: 'In dieser Nachricht steht kein Text, den ich beantworten könnte.',
    handedOn: (place, isOwn) =>
      isOwn ? `Deine Frage steht jetzt in ${place}.` : `Die Frage steht jetzt in ${place}.`,
    askedHuman: (asker, by) =>
      by === null ? `${asker} fragt:` : `${by} gibt eine Frage von ${asker} weiter:`,
  },
};
