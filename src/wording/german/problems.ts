import type {
  FieldCause,
  FrontMatterCause,
  LeftOut,
  LeftOutCause,
  PlainCause,
  PlainCauseCode,
  PlainLeftOutCode,
  ProblemCause,
} from '../../knowledge/article/problem.ts';
import { counter, type PluralForms } from '../kit/plurals.ts';
import type { ProblemWords } from '../kit/texts.ts';

const counted = counter('de-DE');
const numbers = new Intl.NumberFormat('de-DE');
const MORE_PARTS: PluralForms = { one: 'weiterer Teil der Datei ist', other: 'weitere Teile der Datei sind' };

export function germanProblem(cause: ProblemCause): ProblemWords {
  if ('moreLines' in cause) return leftOutInWords(cause);
  switch (cause.code) {
    case 'too-large':
      return {
        message: `Die Datei ist größer als ${numbers.format(cause.maxMb)} MB.`,
        remedy: 'Teile sie in mehrere Artikel.',
      };
    case 'system-error':
      return {
        message: `Das System konnte dies nicht lesen (${cause.errorCode}).`,
        remedy: 'Prüfe den Datenträger und die Datei, dann aktualisiere noch einmal.',
      };
    case 'folder-cannot-be-opened':
      return {
        message: `Der Ordner mit den Artikeln lässt sich nicht öffnen (${cause.errorCode}).`,
        remedy: NAME_A_FOLDER,
      };
    case 'reading-failed':
      return { message: `Die Datei ließ sich nicht lesen (${cause.detail}).`, remedy: DIVIDE_THE_FILE };
    case 'too-many-marks':
      return {
        message: `Die Zeile beginnt mit ${numbers.format(cause.marks)} oder mehr Zitat- oder Listenzeichen.`,
        remedy: 'Entferne die Zeichen, oder setze den Text in einen Codeblock.',
      };
    case 'invalid-list':
      return {
        message: `Die Datei ist kein gültiges ${cause.format}: ${cause.detail}.`,
        remedy: 'Berichtige diese Stelle, oder lass die Datei von einem Programm prüfen.',
      };
    case 'more-warnings':
      return {
        message: `${counted(cause.count, MORE_PARTS)} nicht verwendbar.`,
        remedy: 'Verbessere zuerst, was davor genannt ist.',
      };
    default:
      return frontMatterInWords(cause);
  }
}

function frontMatterInWords(cause: FrontMatterCause | FieldCause | PlainCause): ProblemWords {
  switch (cause.code) {
    case 'draft':
      return {
        message: `Dieser Artikel ist ein Entwurf („${cause.written}“), deshalb wird er nicht gelesen.`,
        remedy: `Schreib „${cause.instead}“, sobald die Mitglieder ihn lesen dürfen.`,
      };
    case 'key-twice':
      return {
        message: `Das Front Matter hat ${cause.key === null ? 'einen Schlüssel' : `den Schlüssel „${cause.key}“`} zweimal.`,
        remedy: 'Lösche eine der beiden Zeilen.',
      };
    case 'invalid-yaml':
      return { message: `Das Front Matter ist kein gültiges YAML: ${cause.detail}.`, remedy: MEND_THE_LINE };
    case 'invalid-toml':
      return { message: `Das Front Matter ist kein gültiges TOML: ${cause.detail}.`, remedy: MEND_TOML };
    case 'open-front-matter':
      return {
        message: 'Das Front Matter, das hier beginnt, wird nie geschlossen.',
        remedy: `Setze eine Zeile „${cause.fence}“ zwischen das Front Matter und den Text.`,
      };
    case 'front-matter-too-long':
      return {
        message: `Das Front Matter ist länger als ${numbers.format(cause.maxChars)} Zeichen oder ${numbers.format(cause.maxLines)} Zeilen.`,
        remedy: `Sieh nach, ob die Zeile „${cause.fence}“, die es schließt, vor dem Text steht; kürze sonst die Listen.`,
      };
    case 'title-too-long':
      return {
        message: `Der Titel ist länger als ${numbers.format(cause.maxChars)} Zeichen.`,
        remedy: 'Kürze ihn, und sieh nach, ob er nicht ein Absatz des Textes ist.',
      };
    default:
      return fieldInWords(cause);
  }
}

function fieldInWords(cause: FieldCause | PlainCause): ProblemWords {
  switch (cause.code) {
    case 'not-a-date':
      return {
        message: `„${cause.key}“ ist kein Kalendertag in der Form JJJJ-MM-TT.`,
        remedy: `Schreib es so: „${cause.key}: 2018-12-17“.`,
      };
    case 'year-out-of-range':
      return {
        message: `„${cause.key}“ nennt ein Jahr vor ${cause.earliest} oder nach ${cause.latest}.`,
        remedy: `Schreib es so: „${cause.key}: 2018-12-17“.`,
      };
    case 'field-too-long':
      return {
        message: `„${cause.key}“ ist länger als ${numbers.format(cause.maxChars)} Zeichen und wird deshalb weggelassen.`,
        remedy: 'Kürze die Angabe.',
      };
    case 'host-not-linkable':
      return {
        message: `„url“ führt zu „${cause.host}“, was Discord nicht als Webadresse nimmt.`,
        remedy: 'Nenne einen Host mit Punkt und ohne Unterstriche, wie in https://example.org.',
      };
    case 'not-days':
      return {
        message: `„${cause.key}“ ist keine Zahl von Tagen von 1 bis ${numbers.format(cause.maxDays)}.`,
        remedy: `Schreib es so: „${cause.key}: 90“.`,
      };
    case 'alias-too-long':
      return {
        message: `Eine Kurzform hat höchstens ${numbers.format(cause.maxShortChars)} Zeichen, eine Langform ${numbers.format(cause.maxLongChars)}; diese Abkürzung wird weggelassen.`,
        remedy: 'Kürze sie, oder erkläre sie im Text.',
      };
    case 'pinned-too-long':
      return {
        message: `Diese angeheftete Frage ist länger als ${numbers.format(cause.maxChars)} Zeichen und wird deshalb weggelassen.`,
        remedy: 'Kürze sie auf das, was ein Mitglied fragen würde.',
      };
    case 'too-many-entries':
      return {
        message: `„${cause.key}“ hat mehr als ${numbers.format(cause.max)} Einträge; die von hier an werden weggelassen.`,
        remedy: 'Teile den Artikel, oder behalte die wichtigsten Einträge.',
      };
    default:
      return PROBLEMS[cause.code];
  }
}

function leftOutInWords(cause: LeftOutCause): ProblemWords {
  const { message, remedy } = leftOut(cause);
  const more = cause.moreLines === 0 ? '' : `, in dieser Zeile und ${cause.moreLines} weiteren`;
  return { message: `${message}${more}.`, remedy };
}

/** The message goes on, or ends without a full stop. */
function leftOut(cause: LeftOut): ProblemWords {
  switch (cause.code) {
    case 'long-heading':
      return {
        message: `Eine Überschrift mit mehr als ${numbers.format(cause.maxChars)} Zeichen wurde abgeschnitten`,
        remedy: 'Kürze sie, und sieh nach, ob sie nicht ein Absatz des Textes ist.',
      };
    case 'long-html':
      return {
        message: `HTML mit mehr als ${numbers.format(cause.maxTags)} Tags in einem Stück wurde nicht gelesen`,
        remedy: 'Setze Leerzeilen zwischen seine Teile, oder schreib es als Markdown.',
      };
    default:
      return LEFT_OUT[cause.code];
  }
}

const DIVIDE_THE_FILE = 'Teile sie in mehrere kleinere Dateien.';
const NAME_A_FOLDER = 'Gib einen vorhandenen Ordner mit Artikeln an, den der Bot lesen darf.';
const SAVE_AS_UTF8 = 'Speichere die Datei als UTF-8 (in den meisten Editoren: „Mit Kodierung speichern“).';
const MEND_TOML =
  'Berichtige diese Zeile; ein Text gehört in Anführungszeichen, wie in title = "Öffnungszeiten".';
const MEND_THE_LINE =
  'Verbessere diese Zeile; ein Text, der „: “ oder „ #“ enthält oder mit einem Sonderzeichen beginnt, gehört in Anführungszeichen.';

const PROBLEMS: Readonly<Record<PlainCauseCode, ProblemWords>> = {
  'file-gone': {
    message: 'Die Datei war weg, bevor sie gelesen werden konnte.',
    remedy: 'Aktualisiere noch einmal, wenn niemand mehr den Ordner ändert.',
  },
  'no-permission': {
    message: 'Der Bot darf dies nicht lesen.',
    remedy: 'Gib dem Konto, unter dem der Bot läuft, das Recht dazu.',
  },
  'name-not-utf8': {
    message: 'Dieser Name ist kein UTF-8, deshalb lässt sich die Datei oder der Ordner nicht öffnen.',
    remedy: 'Benenne sie um, mit einfachen Buchstaben; „convmv“ kann das für viele Namen auf einmal.',
  },
  'not-regular-file': {
    message: 'Das ist keine gewöhnliche Datei.',
    remedy: 'Ersetze sie durch eine Textdatei, oder gib ihr einen Namen, den kein Artikel trägt.',
  },
  'utf-16': { message: 'Die Datei ist als UTF-16 gespeichert, nicht als UTF-8.', remedy: SAVE_AS_UTF8 },
  'not-utf8': { message: 'Die Datei ist kein Text in UTF-8.', remedy: SAVE_AS_UTF8 },
  'nul-character': {
    message: 'Die Datei enthält ein NUL-Zeichen, also ist sie kein reiner Text.',
    remedy: SAVE_AS_UTF8,
  },
  'no-folder': { message: 'Den Ordner mit den Artikeln gibt es nicht.', remedy: NAME_A_FOLDER },
  'folder-is-file': { message: 'Der Ordner mit den Artikeln ist kein Ordner.', remedy: NAME_A_FOLDER },
  'link-leaves-folder': {
    message:
      'Dieser symbolische Link führt aus dem Ordner mit den Artikeln hinaus, deshalb bin ich ihm nicht gefolgt.',
    remedy: 'Kopiere die Datei oder den Ordner in den Ordner mit den Artikeln.',
  },
  'link-to-nothing': {
    message: 'Dieser symbolische Link führt ins Leere.',
    remedy: 'Entferne den Link, oder stell wieder her, wohin er führte.',
  },
  'link-to-itself': {
    message: 'Dieser symbolische Link führt auf sich selbst zurück.',
    remedy: 'Entferne den Link, oder lass ihn zu einer Datei führen.',
  },
  'takes-too-long': { message: 'Das Lesen der Datei dauert zu lange.', remedy: DIVIDE_THE_FILE },
  'takes-too-much-memory': {
    message: 'Das Lesen der Datei braucht zu viel Speicher.',
    remedy: DIVIDE_THE_FILE,
  },
  'empty-file': {
    message: 'Die Datei ist leer.',
    remedy: 'Schreib den Artikel hinein, oder lösche die Datei.',
  },
  'no-text': {
    message: 'Der Artikel hat keinen Text unter seinem Titel.',
    remedy: 'Schreib mindestens einen Absatz; Überschriften und Bilder zählen nicht.',
  },
  'nested-too-deeply': {
    message: 'Der Text ist zu tief verschachtelt, um gelesen zu werden.',
    remedy: 'Entferne Zeichen für Zitate, Listen oder Hervorhebungen.',
  },
  'too-much-markdown': {
    message:
      'Der Text enthält mehr Auszeichnungen, Listenpunkte, Überschriften oder Tabellenzellen, als sich rechtzeitig lesen lassen.',
    remedy: 'Teile ihn in mehrere Artikel; beende lange Absätze, Zitate und Listenpunkte mit Leerzeilen.',
  },
  'yaml-nested-too-deeply': {
    message: 'Das Front Matter ist kein gültiges YAML: Es ist zu tief verschachtelt.',
    remedy: MEND_THE_LINE,
  },
  'not-key-value-lines': {
    message: 'Das Front Matter ist keine Liste von Zeilen der Form „Schlüssel: Wert“.',
    remedy: 'Schreib mindestens „title: …“ zwischen die Zeilen „---“.',
  },
  'no-question-list': {
    message: 'Die Datei enthält keine Liste von Fragen und Antworten.',
    remedy: 'Gib jedem Eintrag eine „question“ und eine „answer“; das README zeigt, wie.',
  },
  'title-not-text': {
    message: 'Der Titel ist kein Text.',
    remedy: 'Schreib ihn in Anführungszeichen: title: "…".',
  },
  'title-control-characters': {
    message: 'Der Titel enthält Steuerzeichen.',
    remedy: 'Tippe ihn neu, als reinen Text.',
  },
  'title-empty': { message: 'Der Titel ist leer.', remedy: 'Schreib, wie der Artikel heißt.' },
  'url-not-web-address': {
    message: '„url“ ist keine Webadresse.',
    remedy: 'Schreib sie ganz aus, mit https:// davor.',
  },
  'publisher-not-text': {
    message: '„publisher“ ist kein Text in einer Zeile.',
    remedy: 'Schreib „publisher: Name“.',
  },
  'language-unknown': {
    message: '„language“ ist nicht das Kürzel einer Sprache.',
    remedy: 'Schreib es so: „language: en“ oder „language: pt-BR“.',
  },
  'alias-not-pair': {
    message: 'Diese Abkürzung ist keine Kurzform mit ihrer Langform.',
    remedy:
      'Schreib sie so: „CCD: Customs Cooperation Directorate“, in Anführungszeichen, wo sie Sonderzeichen enthält.',
  },
  'pinned-not-list': {
    message: '„pinned“ ist keine Liste.',
    remedy: 'Setze jede Frage in eine eigene Zeile unter „pinned:“, die mit „- “ beginnt.',
  },
  'pinned-not-text': {
    message: 'Diese angeheftete Frage ist kein Text.',
    remedy: 'Schreib sie hinter „- “, in Anführungszeichen, wo sie „: “ enthält.',
  },
};

/** The messages go on, or end without a full stop. */
const LEFT_OUT: Readonly<Record<PlainLeftOutCode, ProblemWords>> = {
  struck: {
    message: 'Durchgestrichener Text wird nie zitiert',
    remedy: 'Du musst nichts tun; nimm die Zeichen weg, wo der Text noch gilt.',
  },
  turned: {
    message: 'Unsichtbare Zeichen, die die Schreibrichtung umkehren, wurden weggelassen',
    remedy: 'Lösche sie, wo der Text nicht andersherum laufen soll.',
  },
  'open-comment': {
    message: 'Der Kommentar, der hier beginnt, wird nie geschlossen, deshalb wird nichts darunter gelesen',
    remedy: 'Schließe ihn mit „-->“.',
  },
  'open-element': {
    message:
      'Ein Tag, das verbirgt, was darauf folgt, etwa „<div hidden>“ oder „<script>“, wird nie geschlossen, deshalb wird nichts darunter gelesen',
    remedy: 'Schließe es, etwa mit „</div>“ oder „</script>“, oder lösche es.',
  },
  'extra-cells': {
    message: 'Tabellenzellen, für die der Kopf der Tabelle keine Spalte hat, wurden weggelassen',
    remedy:
      'Füge im Kopf und in der Zeile darunter eine Spalte hinzu; für einen senkrechten Strich in einer Zelle schreib „\\|“.',
  },
  'unused-footnote': {
    message: 'Eine Fußnote, auf die nichts verweist oder deren Name zweimal vorkommt, wurde weggelassen',
    remedy: 'Setze ihr Zeichen, etwa „[^1]“, in den Text, oder lösche sie.',
  },
  'not-included': {
    message:
      'Eine Zeile, die den Text einer anderen Datei einfügt, wurde weggelassen, weil hier nur die Datei selbst gelesen wird',
    remedy: 'Kopiere den Text an diese Stelle, oder lege die andere Datei in den Wissensordner.',
  },
};
