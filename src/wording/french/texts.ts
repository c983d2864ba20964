import type { Reason } from '../../answering/question/answer.ts';
import type { Detail } from '../../answering/question/answer-type.ts';
import { counter, type PluralForms } from '../kit/plurals.ts';
import { type QuotingHabits, quotedForms, quotedWords } from '../kit/quoted-words.ts';
import type { Texts } from '../kit/texts.ts';
import { frenchProblem } from './problems.ts';
import { frenchRefusal } from './refusals.ts';
import { frenchSettings } from './settings.ts';

const TAG = 'fr-FR';
const counted = counter(TAG);
const QUOTES: QuotingHabits = { marks: ['« ', ' »'], or: 'ni', andMore: 'et d’autres' };

const ARTICLES: PluralForms = { one: 'article', other: 'articles' };
const FACTS: PluralForms = { one: 'fait', other: 'faits' };
const PROBLEMS: PluralForms = { one: 'problème', other: 'problèmes' };

const QUESTIONS: PluralForms = { one: 'question', other: 'questions' };
const VOTES: PluralForms = { one: 'vote', other: 'votes' };

const DETAILS: Readonly<Record<Detail, string>> = {
  date: 'aucune date',
  number: 'aucun nombre',
  amount: 'aucun montant',
  person: 'aucune personne',
  place: 'aucun lieu',
};

function reason(why: Reason): string {
  switch (why.kind) {
    case 'no-question':
      return 'il n’y a pas de question';
    case 'small-talk':
      return 'ce qui se dit en passant n’a pas besoin de source';
    case 'not-mentioned':
      return `aucun article ne mentionne ${quotedWords(why.words, QUOTES)}`;
    case 'nothing-close':
      return 'aucun passage n’est assez proche de la question';
    case 'partly-said':
      return `le passage ne dit pas ${quotedWords(why.words, QUOTES)}`;
    case 'no-such-detail':
      return `le passage ne donne ${DETAILS[why.asksFor]}`;
    case 'not-spelt-out': {
      const [short, long] = quotedForms(why, QUOTES);
      return `${short} est l’abréviation de ${long}, ce qu’aucun passage ne dit`;
    }
    case 'taught':
      return 'un modérateur a indiqué qu’il y répond';
    case 'said':
      return 'le passage contient les mots de la question';
  }
}

/** Members are addressed as « vous ». */
export const french: Texts = {
  language: 'fr',
  tag: TAG,
  reason,
  confidence: { high: 'élevée', good: 'bonne', low: 'faible' },
  because: (level, why) => `${level} : ${why}`,
  despite: (level, why) => `${level}, mais ${why}`,
  refusal: frenchRefusal,
  problem: frenchProblem,
  place: (paragraph, sentence) => `paragraphe ${paragraph}, phrase ${sentence}`,
  published: (day) => `publié le ${day}`,
  captured: (day) => `relevé le ${day}`,
  counted: {
    articles: (count) => counted(count, ARTICLES),
    facts: (count) => counted(count, FACTS),
    problems: (count) => counted(count, PROBLEMS),
  },
  more: {
    articles: (count) => `… et ${counted(count, { one: 'autre article', other: 'autres articles' })}`,
    problems: (count) => `… et ${counted(count, { one: 'autre problème', other: 'autres problèmes' })}`,
    lines: (count) => `… et ${counted(count, { one: 'autre ligne', other: 'autres lignes' })}`,
  },
  answer: {
    unsure: 'Je ne suis pas sûr. Voici le passage le plus proche que j’aie :',
    readAs: (question) => `Lu comme : ${question}`,
    understoodAs: (question) => `Compris comme : ${question}`,
    where: 'Où',
    confidence: 'Confiance',
    lastRead: 'articles lus',
    unknown: 'Je ne sais pas',
    tryOtherWords: 'Essayez les mots des articles, ou parcourez-les avec `/sources`.',
    nearest: 'Ces passages parlent peut-être du sujet :',
    maybeRelated: 'Ce passage parle peut-être du sujet, mais je ne sais pas s’il répond à votre question :',
    hello:
      'Bonjour ! Demandez-moi quelque chose sur les articles ; `/sources` les liste, `/aide` dit ce que je sais faire.',
    noQuestion:
      'Je ne vois pas ce qui est demandé : il n’y a pas de question entière. Demandez-moi quelque chose sur les articles ; `/sources` les liste, `/aide` dit ce que je sais faire.',
    closeCall:
      'Un autre passage convient presque aussi bien : choisissez-le ci-dessous si c’est lui que vous vouliez.',
    quotedIn: (language) => `Langue de la citation : ${language}.`,
    pointedAt: (mention) => `${mention}, ceci peut aider :`,
    sharedBy: (mention) => `Partagé par ${mention}`,
    contextTitle: 'Autour de la citation',
    noMore: 'Il n’y a pas d’autres résultats.',
    more: (count) => `… ${count} de plus`,
    pressForMore: (button) => `*${button}* en montre davantage`,
    outdated: (day) => `Ce texte date du ${day} et n’est peut-être plus à jour.`,
  },
  sources: {
    page: (page, pages) => `page ${page} sur ${pages}`,
    learning: 'Je lis encore ces articles en détail : en attendant, je me fie à leurs seuls mots.',
  },
  refresh: {
    title: (articles, facts) => `Actualisé : ${articles}, ${facts}`,
    unchanged: 'Rien n’a changé.',
    facts: (changes) => `Faits : ${changes}`,
    changes: (added, removed, changed) => `${added} ajoutés, ${removed} retirés, ${changed} modifiés`,
    keptVersion: 'Sa dernière version lisible répond jusqu’à un redémarrage.',
    previewTitle: (articles, facts) => `Aperçu : il y aurait ${articles}, ${facts}`,
    wouldNotChange: 'Une actualisation ne changerait rien.',
    changedAnswers: 'Réponses qui changeraient',
    sameAnswers: 'Aucune des dernières questions ne recevrait une autre réponse.',
    discarded: 'Abandonné : rien n’a changé.',
    causes: {
      start: 'mon démarrage',
      command: '`/actualiser`',
      preview: 'un aperçu appliqué',
      undo: 'annulation',
      files: 'des fichiers ont changé',
    },
    elsewhere: 'sur un autre serveur',
    snapshotsTitle: 'Revenir à ce qui répondait avant',
    noSnapshots: 'Il n’y a encore rien à quoi revenir.',
    undone:
      'Cela vaut jusqu’à la prochaine lecture du dossier : par `/actualiser`, quand un fichier y change, ou quand on me redémarre.',
  },
  knowledge: {
    added: (facts) => `Ajouté, avec ${facts}. Il répond désormais sur ce serveur.`,
    replaced: (facts) => `Remplacé ; il a maintenant ${facts}.`,
    unchanged: 'Rien n’a changé : l’article est déjà là, mot pour mot.',
    removed: (path) => `Retiré : ${path}. Il ne répond plus.`,
    list: (articles) => `Propre à ce serveur : ${articles}`,
    none: 'Ce serveur n’a pas encore d’articles à lui. `/savoir ajouter` prend un fichier ou vous laisse écrire une note.',
    addedBy: (member, day) => `par ${member}, ${day}`,
    stale: (days) => `personne ne l’a revu depuis ${counted(days, { one: 'jour', other: 'jours' })}`,
    saidIn: (titles) => `dit la même chose que : ${titles}`,
    setAside:
      '⚠️ Les articles propres à ce serveur m’ont pris trop de temps deux fois, je les ai donc mis de côté : seuls les articles communs répondent ici pour l’instant. Regardez ce qui a été ajouté en dernier avec `/savoir liste`, raccourcissez-le ou retirez-le ; j’utiliserai ensuite de nouveau les autres.',
    unreadable: (path) =>
      `${path} ne répond plus : il ne se lit plus, ou les articles du serveur ont ensemble trop de phrases et de mots ; ajoutez-le de nouveau ou retirez-en un autre`,
    lastChanges: 'Ce qui a changé en dernier sur ce serveur. Choisissez quoi annuler :',
    noChanges: 'Rien n’a encore été changé sur ce serveur.',
    undone: (what) => `Annulé ; maintenant ${what}`,
    change: {
      added: (name) => `ajouté : ${name}`,
      changed: (name) => `changé : ${name}`,
      removed: (name) => `retiré : ${name}`,
      taught: (question) => `appris : ${question}`,
      forgotten: (question) => `oublié : ${question}`,
    },
  },
  explain: {
    title: 'Pourquoi cette réponse',
    read: 'Comment je l’ai lue',
    shown: 'Ce que je montre',
    why: 'Ce qui en est venu',
    matches: 'Ce qui convient le mieux',
    asksFor: (kind) => `demande ${kind}`,
    kinds: {
      date: 'une date',
      number: 'un nombre',
      amount: 'une quantité',
      person: 'une personne',
      place: 'un lieu',
      abbreviation: 'le sens d’une abréviation',
      things: 'une chose ou plusieurs',
      reason: 'une raison',
      manner: 'comment on fait quelque chose',
      'yes-no': 'un oui ou un non',
      statement: 'rien de précis : ce n’est pas une question',
    },
    known: (word, weight) => `« ${word} » : poids ${weight}`,
    corrected: (word, to, weight) => `« ${word} » lu comme « ${to} » : poids ${weight}`,
    missing: (word) => `« ${word} » : dans aucun article`,
    outcomes: {
      answered: 'répondue',
      unsure: 'seulement le passage le plus proche',
      unknown: 'sans réponse',
    },
    confidence: (confidence, answered, unsure) =>
      `confiance ${confidence} ; réponse dès ${answered}, passage le plus proche dès ${unsure}`,
    score: (share) => `valeur ${share} de la meilleure`,
    index: (all, sentence) => `mots ${all}, de la phrase ${sentence}`,
    around: (neighbours, paragraph, title) => `à côté ${neighbours}, paragraphe ${paragraph}, titre ${title}`,
    reading: (margin) => `lu comme réponse : ${margin}`,
    unread: 'pas lu mot à mot',
    unsaid: (words) => `ne dit pas : ${words}`,
    taughtAs: (question) => `appris pour : ${question}`,
    taughtGone: 'les articles n’ont plus le passage appris : c’est comme s’il ne l’avait jamais été',
  },
  stats: {
    title: (days) => `Les ${days} derniers jours`,
    answered: (count) => `${count} avec réponse`,
    unsure: (count) => `${count} avec le passage le plus proche`,
    unknown: (count) => `${count} sans réponse`,
    questions: 'Le plus demandé',
    articles: 'Le plus cité',
    neverQuoted: 'Jamais cité',
  },
  privacy: {
    kept: (questions, votes) =>
      `Je garde de vous ${counted(questions, QUESTIONS)} et ${counted(votes, VOTES)}.`,
    forgotten: (questions, votes) =>
      `Effacé : ${counted(questions, QUESTIONS)} et ${counted(votes, VOTES)}. D’ici un jour au plus tard, ils ne seront plus dans aucun de mes fichiers. Ce que vous avez décidé comme modérateur reste.`,
    stays:
      'Effacer ne retire pas ce que les modérateurs m’ont appris, ou ont noté, avec les mots de votre question. Votre nom n’y figure pas ; demandez à un modérateur de le retirer. Jusqu’à mon redémarrage, les dernières questions peuvent aussi rester en mémoire, sans noms.',
  },
  unanswered: {
    title: (count) =>
      count === 0
        ? 'Rien n’est resté sans réponse'
        : counted(count, {
            one: 'question sans réponse',
            many: 'questions sans réponse',
            other: 'questions sans réponse',
          }),
    times: (count) => counted(count, { one: 'fois', many: 'fois', other: 'fois' }),
    once: (time) => `demandé ${time}`,
    between: (first, last) => `d’abord ${first}, la dernière fois ${last}`,
    privately: 'en privé',
    whatToDo:
      'Apprenez-moi le passage qui y répond, écrivez vous-même une réponse, ou écartez la question jusqu’à ce qu’elle revienne.',
    nothingToTeach: 'Aucun passage ne s’en approche : il n’y en a pas à apprendre.',
    taught: (question) => `Désormais je réponds par ce passage à : ${question}`,
    untaught: (question) => `Oublié. J’y réponds de nouveau par les articles seuls : ${question}`,
    dismissed: (question) => `Écartée jusqu’à ce qu’elle revienne : ${question}`,
    nowKnown: (mention) => `${mention}, vous m’aviez demandé ceci ; maintenant je sais :`,
  },
  help: {
    title: 'Ce que je sais faire',
    what: [
      'Je réponds à des questions à partir d’un dossier d’articles. Chaque réponse est une citation avec sa source exacte ; si les articles ne la contiennent pas, je le dis.',
      'Posez une question avec `/demander`, mentionnez-moi avec une question, écrivez-moi en privé, ou choisissez *Applications › Répondre à ce message* sur un message.',
      'Répondez à une réponse pour continuer : « et en Allemagne ? », « quand ? ».',
      '`/sources` liste les articles.',
    ],
    privacyTitle: 'Ce que je garde',
    privacy: [
      'Le texte d’une question, sa réponse et les identifiants de qui a demandé, où et quand. `/confidentialité` dit combien, et l’efface.',
      'Votre vote, « Utile » ou « Pas utile », avec votre identifiant ; le dernier compte.',
      'Pour les questions qui suivent, votre dernière réponse ici, dix minutes, en mémoire seulement.',
      'Aucun autre message : je ne vois que ceux qui me mentionnent, me répondent, me sont écrits, ou auxquels quelqu’un me fait répondre.',
      'Rien ne quitte la machine sur laquelle je tourne, sauf vers Discord.',
      'Une question répondue devant tous peut être proposée aux autres membres du serveur, sans votre nom.',
      'Ce à quoi je n’ai pas su répondre, les modérateurs du serveur le voient ; ce que vous seul avez vu, sans votre nom.',
      'Ce que changent les modérateurs (articles, réglages, ce qu’ils apprennent, actualisations), avec leurs identifiants et quand ; `/confidentialité` ne l’efface pas.',
    ],
    moderationTitle: 'Qui modère',
    moderation:
      'Qui peut gérer les messages ou le serveur ici, ou a un rôle choisi pour cela : `/actualiser` relit les articles, `/sans-réponse` m’apprend des réponses, et toute réponse peut être retirée.',
  },
  settings: frenchSettings,
  notices: {
    answerFollows: 'Cela a pris un moment. Voici la réponse :',
    pressAgain: 'Cela a été trop long pour ouvrir un formulaire. Appuyez de nouveau, s’il vous plaît.',
    unknownCommand: 'Je ne connais plus cette commande ; elle disparaîtra bientôt du menu.',
    unknownInteraction: 'Je ne sais pas quoi faire de cela.',
    failed: (id) => `Quelque chose a échoué de mon côté. Qui me fait tourner le trouve sous « ${id} ».`,
    answered: (link) => `Répondu : ${link}`,
    nothingToAnswer: 'Il n’y a pas de texte dans ce message auquel je puisse répondre.',
    handedOn: (place, isOwn) =>
      isOwn ? `Votre question est maintenant dans ${place}.` : `La question est maintenant dans ${place}.`,
    askedHuman: (asker, by) =>
      by === null ? `${asker} demande :` : `${by} transmet une question de ${asker} :`,
  },
};
