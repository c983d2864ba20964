import { type APIButtonComponentWithCustomId, ButtonStyle } from 'discord.js';
import { dismissUnanswered, findTeachable, teach } from '../../requests/unanswered/teach.ts';
import { findUnanswered } from '../../requests/unanswered/unanswered.ts';
import type { Localised, Texts } from '../../wording/kit/texts.ts';
import { matchCard } from '../cards/match-card.ts';
import { noticeCard } from '../cards/notice-card.ts';
import { button, buttonRows, matchMenu } from '../kit/components/buttons.ts';
import { forgetTaughtButtonFor } from '../kit/components/forget-taught-button.ts';
import { noteModal } from '../kit/components/note-modal.ts';
import { pageFrom } from '../kit/components/pager.ts';
import type { ButtonComponent, SelectComponent } from '../kit/context.ts';
import { deferUpdate, showForm } from '../kit/first-response.ts';
import { COMPONENT_LIMITS } from '../kit/limits.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { reply } from '../kit/replies.ts';
import { tellAskers } from '../notifications/tell-askers.ts';
import { entryCard } from './unanswered-card.ts';
import { actingIn, backButton, PICK, queuePage } from './unanswered-page.ts';

const TEACH = 'unanswered-teach';
const FACT = 'unanswered-fact';
const WRITE = 'unanswered-write';
const DISMISS = 'unanswered-dismiss';

const TEACH_LABEL: Localised = {
  en: 'Teach',
  ru: 'Указать ответ',
  de: 'Lehren',
  es: 'Enseñar',
  fr: 'Apprendre',
};
const WRITE_LABEL: Localised = {
  en: 'Write an answer',
  ru: 'Написать ответ',
  de: 'Antwort schreiben',
  es: 'Escribir una respuesta',
  fr: 'Écrire une réponse',
};
const DISMISS_LABEL: Localised = {
  en: 'Dismiss',
  ru: 'Убрать',
  de: 'Beiseitelegen',
  es: 'Descartar',
  fr: 'Écarter',
};
const PLACEHOLDER: Localised = {
  en: 'Which passage answers it?',
  ru: 'Какой отрывок отвечает на вопрос?',
  de: 'Welche Stelle beantwortet das?',
  es: '¿Qué pasaje lo responde?',
  fr: 'Quel passage y répond ?',
};
const MAX_QUESTION_CHARS = 500;

/** Shows the entry that was picked from the list, with what can be done with it. */
export const unansweredMenu: SelectComponent = {
  name: PICK,
  async run(interaction, page, call) {
    const { texts } = call;
    await deferUpdate(interaction);
    const acting = await actingIn(interaction, call);
    const entry = await findUnanswered(call, { ...acting, askedId: interaction.values[0] ?? '' });
    const place = { page: pageFrom(page), askedId: entry.id };
    const card = entryCard(entry, { guildId: acting.guildId, texts }, texts.unanswered.whatToDo);
    const buttons = [teachButton(place, texts), ...otherButtons(place, texts)];
    await interaction.editReply(reply({ embeds: [card], components: buttonRows(buttons) }));
  },
};

/** Shows the passages that could be taught. */
export const unansweredTeach: ButtonComponent = {
  name: TEACH,
  async run(interaction, argument, call) {
    const { texts, knowledge } = call;
    await deferUpdate(interaction);
    const acting = await actingIn(interaction, call);
    const { page, askedId } = placeFrom(argument);
    const entry = await findTeachable(call, { ...acting, askedId });
    const { found } = await knowledge.run(acting.guildId, 'ask', {
      question: entry.phrasing,
      limit: COMPONENT_LIMITS.options,
    });
    const place = { page, askedId: entry.id };
    const placeholder = PLACEHOLDER[texts.language];
    const id = { component: FACT, argument: argumentOf(place) };
    const words = found.length === 0 ? texts.unanswered.nothingToTeach : texts.unanswered.whatToDo;
    await interaction.editReply(
      reply({
        embeds: [entryCard(entry, { guildId: acting.guildId, texts }, words)],
        components: [
          ...(found.length === 0 ? [] : [matchMenu(id, { found, placeholder })]),
          ...buttonRows(otherButtons(place, texts)),
        ],
      }),
    );
  },
};

/** Teaches the passage that was picked, and tells those who wait for it. */
export const unansweredFact: SelectComponent = {
  name: FACT,
  async run(interaction, argument, call) {
    const { texts, log } = call;
    await deferUpdate(interaction);
    const acting = await actingIn(interaction, call);
    const { page, askedId } = placeFrom(argument);
    const factId = interaction.values[0] ?? '';
    const lesson = await teach(call, { ...acting, askedId, factId });
    log.info({ by: interaction.user.id, guildId: acting.guildId, factId }, 'taught');
    const words = texts.unanswered.taught(escapeWithin(lesson.phrasing, MAX_QUESTION_CHARS));
    const components = buttonRows([forgetTaughtButtonFor(lesson.id, texts), backButton(page, texts)]);
    try {
      const embeds = [noticeCard(words), matchCard(lesson, texts)];
      await interaction.editReply(reply({ embeds, components }));
    } finally {
      // The list may have been closed meanwhile; nobody else tells them.
      await tellAskers(interaction, lesson, call);
    }
  },
};

/** Asks for a note, which becomes an article of the server and the answer of the entry. */
export const unansweredWrite: ButtonComponent = {
  name: WRITE,
  async run(interaction, argument, call) {
    const { askedId } = placeFrom(argument);
    const entry = await findTeachable(call, { ...(await actingIn(interaction, call)), askedId });
    const form = noteModal(call.texts, { phrasing: entry.phrasing, askedId: entry.id });
    await showForm(interaction, form, call.texts);
  },
};

/** Takes the entry out of the list, and shows what is left. */
export const unansweredDismiss: ButtonComponent = {
  name: DISMISS,
  async run(interaction, argument, call) {
    const { texts, log } = call;
    await deferUpdate(interaction);
    const acting = await actingIn(interaction, call);
    const { page, askedId } = placeFrom(argument);
    const entry = await dismissUnanswered(call, { ...acting, askedId });
    log.info({ by: interaction.user.id, guildId: acting.guildId }, 'unanswered question dismissed');
    const words = texts.unanswered.dismissed(escapeWithin(entry.phrasing, MAX_QUESTION_CHARS));
    const list = await queuePage(interaction, page, call);
    await interaction.editReply(reply({ ...list, embeds: [noticeCard(words), ...list.embeds] }));
  },
};

/** Which entry is shown, and from which page of the list. */
interface Place {
  readonly page: number;
  readonly askedId: string;
}

function argumentOf({ page, askedId }: Place): string {
  return `${page}.${askedId}`;
}

function placeFrom(argument: string): Place {
  const [page = '', ...askedId] = argument.split('.');
  return { page: pageFrom(page), askedId: askedId.join('.') };
}

function teachButton(place: Place, { language }: Texts): APIButtonComponentWithCustomId {
  const id = { component: TEACH, argument: argumentOf(place) };
  return button(id, { label: TEACH_LABEL[language], style: ButtonStyle.Primary });
}

function otherButtons(place: Place, texts: Texts): readonly APIButtonComponentWithCustomId[] {
  const id = { component: DISMISS, argument: argumentOf(place) };
  return [
    button({ ...id, component: WRITE }, { label: WRITE_LABEL[texts.language] }),
    button(id, { label: DISMISS_LABEL[texts.language] }),
    backButton(place.page, texts),
  ];
}
