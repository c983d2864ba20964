import { listArticleEndings } from '../kit/article-endings.ts';
import { counter, type PluralForms } from '../kit/plurals.ts';
import { listed } from '../kit/problem-list.ts';
import type { PlainRefusalKind, Refusal } from '../kit/texts.ts';
import { germanProblem } from './problems.ts';

const counted = counter('de-DE');
const numbers = new Intl.NumberFormat('de-DE');
const SECONDS: PluralForms = { one: 'Sekunde', other: 'Sekunden' };

export function germanRefusal(what: Refusal): string {
  switch (what.kind) {
    case 'cooling-down':
      return `Nicht so schnell: hier kannst du in ${counted(Math.ceil(what.waitMs / 1000), SECONDS)} wieder fragen.`;
    case 'took-too-long':
      return `Das hat mir zu lange gedauert, deshalb habe ich aufgehört. Frag bitte mit weniger oder anderen Worten. Passiert es wieder, sag es dem, der mich betreibt: Es ist unter „${what.id}“ zu finden.`;
    case 'not-yours':
      return `Das gehört ${what.owner}; auch die Moderation darf es benutzen.`;
    case 'article-too-large':
      return `Die Datei ist größer als ${what.maxKb} KB. Teile sie in mehrere Artikel.`;
    case 'article-unreadable':
      return listed(
        'Diese Datei lässt sich nicht als Artikel lesen; nichts hat sich geändert.',
        what.problems,
        germanProblem,
      );
    case 'no-readable-article':
      return listed(
        'Es gibt keinen lesbaren Artikel mehr, deshalb antworten die alten weiter.',
        what.problems,
        germanProblem,
      );
    case 'too-many-articles':
      return `Ein Server hat höchstens ${what.max} eigene Artikel. Entferne zuerst einen.`;
    case 'articles-too-large':
      return `Die eigenen Artikel eines Servers haben zusammen höchstens ${what.maxMb} MB, und diese hätten mehr. Entferne zuerst einen (\`/wissen entfernen\`), oder ersetze einen durch eine kürzere Datei gleichen Namens.`;
    case 'articles-too-many-facts':
      return `Die eigenen Artikel eines Servers haben zusammen höchstens ${numbers.format(what.maxFacts)} Sätze und etwa ${numbers.format(what.maxWords)} Wörter, Überschriften für jeden Absatz darunter gezählt; mit diesem wären es mehr. Entferne zuerst einen (\`/wissen entfernen\`), oder kürze lange Listen, Überschriften und den Text vor Listen.`;
    case 'too-many-taught':
      return `Ein Server kann mich höchstens ${what.max} Fragen lehren. Nimm zuerst eine zurück: mit \`/wissen erklären\`, dann „Gelehrtes vergessen“.`;
    case 'shared-folder':
      return `Diese Artikel antworten auf allen Servern, auf denen ich bin; deshalb entscheidet, wer mich betreibt, wessen Moderation das darf. Es braucht die ID dieses Servers, ${what.guildId}, in der Einstellung \`KNOWLEDGE_GUILD_IDS\`. Um eigene Artikel dieses Servers kümmerst du dich: \`/wissen\`.`;
    default:
      return REFUSALS[what.kind];
  }
}

const REFUSALS: Readonly<Record<PlainRefusalKind, string>> = {
  'not-a-moderator':
    'Das dürfen nur Moderatoren: es braucht das Recht „Nachrichten verwalten“ oder eine Rolle, die dieser Server dafür gewählt hat.',
  'not-a-manager': 'Das dürfen nur die, die den Server verwalten: es braucht das Recht „Server verwalten“.',
  everyone:
    '@everyone sind alle auf diesem Server. Bitte wähle eine Rolle, die nur die richtigen Leute haben.',
  'not-here': 'In diesem Kanal darf ich nicht sprechen: der Server hat andere für mich gewählt.',
  'unknown-button': 'Dieser Knopf gehört nicht mehr zu mir. Bitte frag noch einmal.',
  'passage-gone': 'Diese Stelle steht nicht mehr in den Artikeln. Bitte frag noch einmal.',
  'answer-forgotten': 'Ich weiß nicht mehr, was hier gefragt wurde. Bitte frag noch einmal.',
  'no-human': 'Es ist kein Kanal und keine Rolle mehr eingestellt, an die ich Fragen weitergeben könnte.',
  'human-out-of-reach':
    'Dort, wohin Fragen weitergegeben werden, darf ich nicht schreiben. Die Moderation kann es erlauben oder einen anderen Kanal wählen.',
  'no-article-file': `Ein Artikel ist eine Datei, deren Name auf ${listArticleEndings('de')} endet.`,
  'no-such-article': 'Dieser Server hat keinen solchen eigenen Artikel. `/wissen liste` zeigt sie.',
  'changed-since': 'Das lässt sich nicht mehr rückgängig machen: dasselbe wurde seitdem geändert.',
  'upload-lost': 'Ich konnte die Datei nicht von Discord holen. Bitte versuch es noch einmal.',
  settled: 'Das ist schon erledigt. `/unbeantwortet` zeigt, was noch offen ist.',
  'not-the-asker':
    'Nur wer das gefragt hat, kann benachrichtigt werden; frag selbst, um es auch zu erfahren.',
  'preview-gone':
    'Diese Vorschau gilt nicht mehr: Die Artikel haben sich seither geändert, oder ich wurde neu gestartet. Nichts ist geändert; bitte ruf sie neu auf.',
  'snapshot-gone':
    'Dieser Stand der Artikel ist nicht mehr aufgehoben, also ist nichts geändert. Bitte wähl einen anderen.',
  'snapshot-damaged':
    'Dieser Stand der Artikel ist in meiner Datenbank beschädigt, also ist nichts geändert. Bitte wähl einen anderen, oder lies den Ordner mit `/refresh` neu ein.',
  'not-kept':
    'Ich kann gerade nichts aufschreiben, also hat sich nichts geändert. Bitte versuch es später noch einmal.',
  'not-taught':
    'Was hier gelehrt war, ist inzwischen anders, also hat sich jetzt nichts geändert. `/wissen erklären` zeigt, wie es ist.',
};
