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

const counted = counter('fr-FR');
const numbers = new Intl.NumberFormat('fr-FR');
const MORE_PARTS: PluralForms = {
  one: 'autre partie du fichier est inutilisable',
  other: 'autres parties du fichier sont inutilisables',
};
const MORE_LINES: PluralForms = { one: 'autre', other: 'autres' };

export function frenchProblem(cause: ProblemCause): ProblemWords {
  if ('moreLines' in cause) return leftOutInWords(cause);
  switch (cause.code) {
    case 'too-large':
      return {
        message: `Le fichier dépasse ${numbers.format(cause.maxMb)} Mo.`,
        remedy: 'Divisez-le en plusieurs articles.',
      };
    case 'system-error':
      return {
        message: `Le système n’a pas pu le lire (${cause.errorCode}).`,
        remedy: 'Vérifiez le disque et le fichier, puis actualisez de nouveau.',
      };
    case 'folder-cannot-be-opened':
      return {
        message: `Le dossier des articles ne s’ouvre pas (${cause.errorCode}).`,
        remedy: NAME_A_FOLDER,
      };
    case 'reading-failed':
      return { message: `La lecture du fichier a échoué (${cause.detail}).`, remedy: DIVIDE_THE_FILE };
    case 'too-many-marks':
      return {
        message: `La ligne commence par ${numbers.format(cause.marks)} signes de citation ou de liste, ou plus.`,
        remedy: 'Retirez ces signes, ou mettez le texte dans un bloc de code.',
      };
    case 'invalid-list':
      return {
        message: `Le fichier n’est pas du ${cause.format} valide : ${cause.detail}.`,
        remedy: 'Corrigez cet endroit, ou faites vérifier le fichier par un programme.',
      };
    case 'more-warnings':
      return {
        message: `${counted(cause.count, MORE_PARTS)}.`,
        remedy: 'Corrigez d’abord celles qui sont nommées.',
      };
    default:
      return frontMatterInWords(cause);
  }
}

function frontMatterInWords(cause: FrontMatterCause | FieldCause | PlainCause): ProblemWords {
  switch (cause.code) {
    case 'draft':
      return {
        message: `Cet article est un brouillon (« ${cause.written} »), il n’est donc pas lu.`,
        remedy: `Écrivez « ${cause.instead} » dès que les membres peuvent le lire.`,
      };
    case 'key-twice':
      return {
        message: `Le front matter a deux fois ${cause.key === null ? 'la même clé' : `la clé « ${cause.key} »`}.`,
        remedy: 'Supprimez l’une des deux lignes.',
      };
    case 'invalid-yaml':
      return {
        message: `Le front matter n’est pas du YAML valide : ${cause.detail}.`,
        remedy: MEND_THE_LINE,
      };
    case 'invalid-toml':
      return { message: `Le front matter n’est pas du TOML valide : ${cause.detail}.`, remedy: MEND_TOML };
    case 'open-front-matter':
      return {
        message: 'Le front matter qui commence ici n’est jamais fermé.',
        remedy: `Mettez une ligne « ${cause.fence} » entre le front matter et le texte.`,
      };
    case 'front-matter-too-long':
      return {
        message: `Le front matter dépasse ${numbers.format(cause.maxChars)} caractères ou ${numbers.format(cause.maxLines)} lignes.`,
        remedy: `Vérifiez que la ligne « ${cause.fence} » qui le ferme se trouve avant le texte ; sinon, raccourcissez les listes.`,
      };
    case 'title-too-long':
      return {
        message: `Le titre dépasse ${numbers.format(cause.maxChars)} caractères.`,
        remedy: 'Raccourcissez-le, et vérifiez que ce n’est pas un paragraphe du texte.',
      };
    default:
      return fieldInWords(cause);
  }
}

function fieldInWords(cause: FieldCause | PlainCause): ProblemWords {
  switch (cause.code) {
    case 'not-a-date':
      return {
        message: `« ${cause.key} » n’est pas un jour du calendrier sous la forme AAAA-MM-JJ.`,
        remedy: `Écrivez-le ainsi : « ${cause.key}: 2018-12-17 ».`,
      };
    case 'year-out-of-range':
      return {
        message: `« ${cause.key} » donne une année avant ${cause.earliest} ou après ${cause.latest}.`,
        remedy: `Écrivez-le ainsi : « ${cause.key}: 2018-12-17 ».`,
      };
    case 'field-too-long':
      return {
        message: `« ${cause.key} » dépasse ${numbers.format(cause.maxChars)} caractères et n’est donc pas repris.`,
        remedy: 'Raccourcissez-le.',
      };
    case 'host-not-linkable':
      return {
        message: `« url » mène à « ${cause.host} », que Discord ne prend pas pour une adresse web.`,
        remedy: 'Indiquez un hôte avec un point et sans tiret bas, comme dans https://example.org.',
      };
    case 'not-days':
      return {
        message: `« ${cause.key} » n’est pas un nombre de jours de 1 à ${numbers.format(cause.maxDays)}.`,
        remedy: `Écrivez-le ainsi : « ${cause.key}: 90 ».`,
      };
    case 'alias-too-long':
      return {
        message: `Une forme courte a au plus ${numbers.format(cause.maxShortChars)} caractères, une forme longue ${numbers.format(cause.maxLongChars)} ; cette abréviation n’est pas reprise.`,
        remedy: 'Raccourcissez-la, ou expliquez-la dans le texte.',
      };
    case 'pinned-too-long':
      return {
        message: `Cette question épinglée dépasse ${numbers.format(cause.maxChars)} caractères et n’est donc pas reprise.`,
        remedy: 'Raccourcissez-la à ce qu’un membre demanderait.',
      };
    case 'too-many-entries':
      return {
        message: `« ${cause.key} » a plus de ${numbers.format(cause.max)} entrées ; celles à partir d’ici ne sont pas reprises.`,
        remedy: 'Divisez l’article, ou gardez les entrées les plus importantes.',
      };
    default:
      return PROBLEMS[cause.code];
  }
}

function leftOutInWords(cause: LeftOutCause): ProblemWords {
  const { message, remedy } = leftOut(cause);
  const more = cause.moreLines === 0 ? '' : `, sur cette ligne et ${counted(cause.moreLines, MORE_LINES)}`;
  return { message: `${message}${more}.`, remedy };
}

/** The message goes on, or ends without a full stop. */
function leftOut(cause: LeftOut): ProblemWords {
  switch (cause.code) {
    case 'long-heading':
      return {
        message: `Un titre de section de plus de ${numbers.format(cause.maxChars)} caractères a été coupé`,
        remedy: 'Raccourcissez-le, et vérifiez que ce n’est pas un paragraphe du texte.',
      };
    case 'long-html':
      return {
        message: `Du HTML de plus de ${numbers.format(cause.maxTags)} balises d’un seul tenant n’a pas été lu`,
        remedy: 'Mettez des lignes vides entre ses parties, ou écrivez-le en Markdown.',
      };
    default:
      return LEFT_OUT[cause.code];
  }
}

const DIVIDE_THE_FILE = 'Divisez-le en plusieurs fichiers plus petits.';
const NAME_A_FOLDER = 'Indiquez un dossier existant d’articles que le bot peut lire.';
const SAVE_AS_UTF8 =
  'Enregistrez le fichier en UTF-8 (dans la plupart des éditeurs : « Enregistrer avec l’encodage »).';
const MEND_TOML = 'Corrigez cette ligne ; un texte se met entre guillemets, comme title = "Horaires".';
const MEND_THE_LINE =
  'Corrigez cette ligne ; un texte qui contient un deux-points suivi d’une espace ou un « # » précédé d’une espace, ou qui commence par un signe spécial, se met entre guillemets.';

const PROBLEMS: Readonly<Record<PlainCauseCode, ProblemWords>> = {
  'file-gone': {
    message: 'Le fichier avait disparu avant d’être lu.',
    remedy: 'Actualisez de nouveau quand personne ne modifie plus le dossier.',
  },
  'no-permission': {
    message: 'Le bot n’a pas le droit de le lire.',
    remedy: 'Donnez ce droit au compte sous lequel le bot tourne.',
  },
  'name-not-utf8': {
    message: 'Ce nom n’est pas en UTF-8 ; le fichier ou le dossier ne peut donc pas être ouvert.',
    remedy: 'Renommez-le avec des lettres simples ; « convmv » le fait pour beaucoup de noms à la fois.',
  },
  'not-regular-file': {
    message: 'Ce n’est pas un fichier ordinaire.',
    remedy: 'Remplacez-le par un fichier texte, ou donnez-lui un nom qui n’est pas celui d’un article.',
  },
  'utf-16': { message: 'Le fichier est enregistré en UTF-16, pas en UTF-8.', remedy: SAVE_AS_UTF8 },
  'not-utf8': { message: 'Le fichier n’est pas du texte en UTF-8.', remedy: SAVE_AS_UTF8 },
  'nul-character': {
    message: 'Le fichier contient un caractère NUL, ce n’est donc pas du texte brut.',
    remedy: SAVE_AS_UTF8,
  },
  'no-folder': { message: 'Le dossier des articles n’existe pas.', remedy: NAME_A_FOLDER },
  'folder-is-file': { message: 'Le dossier des articles n’est pas un dossier.', remedy: NAME_A_FOLDER },
  'link-leaves-folder': {
    message: 'Ce lien symbolique mène hors du dossier des articles, il n’a donc pas été suivi.',
    remedy: 'Copiez le fichier ou le dossier dans le dossier des articles.',
  },
  'link-to-nothing': {
    message: 'Ce lien symbolique ne mène nulle part.',
    remedy: 'Retirez le lien, ou remettez ce vers quoi il menait.',
  },
  'link-to-itself': {
    message: 'Ce lien symbolique ramène à lui-même.',
    remedy: 'Retirez le lien, ou faites-le mener à un fichier.',
  },
  'takes-too-long': { message: 'La lecture du fichier prend trop de temps.', remedy: DIVIDE_THE_FILE },
  'takes-too-much-memory': {
    message: 'La lecture du fichier prend trop de mémoire.',
    remedy: DIVIDE_THE_FILE,
  },
  'empty-file': { message: 'Le fichier est vide.', remedy: 'Écrivez-y l’article, ou supprimez le fichier.' },
  'no-text': {
    message: 'L’article n’a pas de texte sous son titre.',
    remedy: 'Écrivez au moins un paragraphe ; les titres de section et les images ne comptent pas.',
  },
  'nested-too-deeply': {
    message: 'Le texte est trop imbriqué pour être lu.',
    remedy: 'Retirez des signes de citation, de liste ou de mise en valeur.',
  },
  'too-much-markdown': {
    message:
      'Le texte contient plus de signes, d’éléments de liste, de titres ou de cellules qu’il n’est possible d’en lire à temps.',
    remedy:
      'Divisez-le en plusieurs articles ; terminez les longs paragraphes, citations et éléments de liste par des lignes vides.',
  },
  'yaml-nested-too-deeply': {
    message: 'Le front matter n’est pas du YAML valide : il est trop imbriqué.',
    remedy: MEND_THE_LINE,
  },
  'not-key-value-lines': {
    message: 'Le front matter n’est pas une liste de lignes « clé: valeur ».',
    remedy: 'Écrivez au moins « title: … » entre les lignes « --- ».',
  },
  'no-question-list': {
    message: 'Le fichier ne contient aucune liste de questions et de réponses.',
    remedy: 'Donnez à chaque entrée une « question » et une « answer » ; le README montre comment.',
  },
  'title-not-text': {
    message: 'Le titre n’est pas un texte.',
    remedy: 'Écrivez-le entre guillemets : title: "…".',
  },
  'title-control-characters': {
    message: 'Le titre contient des caractères de contrôle.',
    remedy: 'Tapez-le de nouveau, en texte brut.',
  },
  'title-empty': { message: 'Le titre est vide.', remedy: 'Écrivez comment l’article s’appelle.' },
  'url-not-web-address': {
    message: '« url » n’est pas une adresse web.',
    remedy: 'Écrivez-la en entier, en commençant par https://.',
  },
  'publisher-not-text': {
    message: '« publisher » n’est pas un texte sur une ligne.',
    remedy: 'Écrivez « publisher: Nom ».',
  },
  'language-unknown': {
    message: '« language » n’est pas le code d’une langue.',
    remedy: 'Écrivez-le ainsi : « language: en » ou « language: pt-BR ».',
  },
  'alias-not-pair': {
    message: 'Cette abréviation n’est pas une forme courte avec sa forme longue.',
    remedy:
      'Écrivez-la ainsi : « CCD: Customs Cooperation Directorate », entre guillemets si elle contient des signes.',
  },
  'pinned-not-list': {
    message: '« pinned » n’est pas une liste.',
    remedy:
      'Mettez chaque question sur sa propre ligne sous « pinned: », en commençant par un tiret et une espace.',
  },
  'pinned-not-text': {
    message: 'Cette question épinglée n’est pas un texte.',
    remedy:
      'Écrivez-la après un tiret et une espace, entre guillemets si elle contient un deux-points suivi d’une espace.',
  },
};

/** The messages go on, or end without a full stop. */
const LEFT_OUT: Readonly<Record<PlainLeftOutCode, ProblemWords>> = {
  struck: {
    message: 'Le texte barré n’est jamais cité',
    remedy: 'Il n’y a rien à faire ; retirez les signes là où le texte vaut encore.',
  },
  turned: {
    message: 'Des caractères invisibles qui inversent le sens d’écriture ont été laissés de côté',
    remedy: 'Supprimez-les là où le texte ne doit pas aller dans l’autre sens.',
  },
  'open-comment': {
    message: 'Le commentaire qui commence ici n’est jamais fermé, donc rien de ce qui suit n’est lu',
    remedy: 'Fermez-le par « --> ».',
  },
  'open-element': {
    message:
      'Une balise qui cache ce qui la suit, comme « <div hidden> » ou « <script> », n’est jamais fermée, donc rien de ce qui suit n’est lu',
    remedy: 'Fermez-la, par exemple par « </div> » ou « </script> », ou supprimez-la.',
  },
  'extra-cells': {
    message: 'Des cellules au-delà des colonnes de l’en-tête du tableau ont été laissées de côté',
    remedy:
      'Ajoutez une colonne à l’en-tête et à la ligne en dessous ; pour une barre dans une cellule, écrivez « \\| ».',
  },
  'unused-footnote': {
    message:
      'Une note de bas de page à laquelle rien ne renvoie, ou dont le nom figure deux fois, a été laissée de côté',
    remedy: 'Mettez son appel, comme « [^1] », dans le texte, ou supprimez-la.',
  },
  'not-included': {
    message:
      'Une ligne qui insère le texte d’un autre fichier a été laissée de côté, car seul le fichier lui-même est lu ici',
    remedy: 'Copiez le texte à cet endroit, ou placez l’autre fichier dans le dossier de connaissances.',
  },
};
