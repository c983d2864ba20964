import { listArticleEndings } from '../kit/article-endings.ts';
import { counter, type PluralForms } from '../kit/plurals.ts';
import { listed } from '../kit/problem-list.ts';
import type { PlainRefusalKind, Refusal } from '../kit/texts.ts';
import { frenchProblem } from './problems.ts';

const counted = counter('fr-FR');
const numbers = new Intl.NumberFormat('fr-FR');
const SECONDS: PluralForms = { one: 'seconde', other: 'secondes' };

export function frenchRefusal(what: Refusal): string {
  switch (what.kind) {
    case 'cooling-down':
      return `Pas si vite : vous pourrez redemander ici dans ${counted(Math.ceil(what.waitMs / 1000), SECONDS)}.`;
    case 'took-too-long':
      return `Cela me prenait trop de temps, j’ai donc arrêté. Posez la question avec moins de mots ou d’autres mots. Si cela se reproduit, prévenez la personne qui me gère : elle le trouve sous « ${what.id} ».`;
    case 'not-yours':
      return `Ceci appartient à ${what.owner} ; un modérateur peut aussi s’en servir.`;
    case 'article-too-large':
      return `Le fichier dépasse ${what.maxKb} Ko. Divisez-le en plusieurs articles.`;
    case 'article-unreadable':
      return listed(
        'Ce fichier ne se lit pas comme un article ; rien n’a changé.',
        what.problems,
        frenchProblem,
      );
    case 'no-readable-article':
      return listed(
        'Il n’y a plus d’article lisible ; les anciens continuent donc de répondre.',
        what.problems,
        frenchProblem,
      );
    case 'too-many-articles':
      return `Un serveur a au plus ${what.max} articles à lui. Retirez-en un d’abord.`;
    case 'articles-too-large':
      return `Les articles propres à un serveur font ensemble au plus ${what.maxMb} Mo, et ceux-ci en feraient plus. Retirez-en un d’abord (\`/savoir retirer\`), ou remplacez-en un par un fichier plus court du même nom.`;
    case 'articles-too-many-facts':
      return `Les articles propres à un serveur comptent ensemble au plus ${numbers.format(what.maxFacts)} phrases et environ ${numbers.format(what.maxWords)} mots, les titres comptés pour chaque paragraphe qui les suit ; avec celui-ci, il y en aurait plus. Retirez-en un d’abord (\`/savoir retirer\`), ou raccourcissez les longues listes, les titres et le texte avant les listes.`;
    case 'too-many-taught':
      return `Un serveur peut m’apprendre au plus ${what.max} questions. Retirez-en une d’abord : avec \`/savoir expliquer\`, puis « Oublier ce qui a été appris ».`;
    case 'shared-folder':
      return `Ces articles répondent sur tous les serveurs où je suis ; c’est donc à qui me fait tourner de décider quels modérateurs le peuvent. Il faut l’ID de ce serveur, ${what.guildId}, dans le réglage \`KNOWLEDGE_GUILD_IDS\`. Les articles propres à ce serveur sont à vous : \`/savoir\`.`;
    default:
      return REFUSALS[what.kind];
  }
}

const REFUSALS: Readonly<Record<PlainRefusalKind, string>> = {
  'not-a-moderator':
    'Seuls les modérateurs le peuvent : il faut la permission « Gérer les messages » ou un rôle que ce serveur a choisi pour cela.',
  'not-a-manager':
    'Seules les personnes qui gèrent le serveur le peuvent : il faut la permission « Gérer le serveur ».',
  everyone:
    '@everyone, ce sont tous les membres de ce serveur. Choisissez plutôt un rôle que seules les bonnes personnes ont.',
  'not-here': 'Je ne peux pas parler dans ce salon : le serveur en a choisi d’autres pour moi.',
  'unknown-button': 'Ce bouton n’est plus à moi. Veuillez redemander.',
  'passage-gone': 'Ce passage n’est plus dans les articles. Veuillez redemander.',
  'answer-forgotten': 'Je ne sais plus ce qui a été demandé ici. Veuillez redemander.',
  'no-human': 'Il n’y a plus ni salon ni rôle auquel je puisse transmettre des questions.',
  'human-out-of-reach':
    'Je ne peux pas écrire là où les questions sont transmises. Un modérateur peut me le permettre ou choisir un autre salon.',
  'no-article-file': `Un article est un fichier dont le nom finit par ${listArticleEndings('fr')}.`,
  'no-such-article': 'Ce serveur n’a pas un tel article à lui. `/savoir liste` les montre.',
  'changed-since': 'Cela ne peut plus être annulé : la même chose a été changée depuis.',
  'upload-lost': 'Je n’ai pas pu chercher le fichier chez Discord. Réessayez.',
  settled: 'C’est déjà réglé. `/sans-réponse` montre ce qui reste.',
  'not-the-asker':
    'Seule la personne qui a posé la question peut être prévenue ; posez-la pour l’être aussi.',
  'preview-gone':
    'Cet aperçu n’est plus valable : les articles ont changé depuis, ou j’ai été redémarré. Rien n’a changé ; demandez un nouvel aperçu.',
  'snapshot-gone': 'Cet état des articles n’est plus gardé, donc rien n’a changé. Choisissez-en un autre.',
  'snapshot-damaged':
    'Cet état des articles est abîmé dans ma base de données, donc rien n’a changé. Choisissez-en un autre, ou relisez le dossier avec `/refresh`.',
  'not-kept': 'Je ne peux rien noter pour le moment, donc rien n’a changé. Veuillez réessayer plus tard.',
  'not-taught':
    'Ce qui avait été appris ici a changé depuis, donc rien n’a changé maintenant. `/savoir expliquer` montre ce qu’il en est.',
};
