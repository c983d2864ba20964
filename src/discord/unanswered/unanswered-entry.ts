import { type APIButtonComponentWithCustomId, ButtonStyle } from 'discord.js';
import {
  dismissUnanswered,
  findTeachable,
  findTeachablePassages,
  teachAnswer,
} from '../../requests/unanswered/teach.ts';
import { findUnanswered } from '../../requests/unanswered/unanswered.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildNoticeCard } from '../cards/notice-card.ts';
import { buildPassageText } from '../cards/passage-card.ts';
import { buildButton, buildButtonRows } from '../kit/components/buttons.ts';
import { buildForgetTaughtButton } from '../kit/components/forget-taught-button.ts';
import { buildNoteModal } from '../kit/components/note-modal.ts';
import { parsePage } from '../kit/components/pager.ts';
import { buildMatchMenu } from '../kit/components/select-menu.ts';
import type { ButtonComponent, SelectComponent } from '../kit/context.ts';
import { deferUpdate, showForm } from '../kit/first-response.ts';
import { COMPONENT_LIMITS } from '../kit/limits.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { buildReply } from '../kit/replies.ts';
import { notifyWaitingAskers } from '../notifications/notify-askers.ts';
import { buildEntryCard } from './unanswered-card.ts';
import { buildBackButton, buildQueuePage, PICK, readActor } from './unanswered-page.ts';

const TEACH = 'unanswered-teach';
const FACT = 'unanswered-fact';
const WRITE = 'unanswered-write';
const DISMISS = 'unanswered-dismiss';

const MAX_QUESTION_CHARS = 500;

/** Shows the entry that was picked from the list, with its buttons. */
export const unansweredMenu: SelectComponent = {
  name: PICK,
  async run(interaction, page, context) {
    const { texts } = context;
    await deferUpdate(interaction);
    const acting = await readActor(interaction, context);
    const entry = await findUnanswered(context, { ...acting, askedId: interaction.values[0] ?? '' });
    const entryRef = { page: parsePage(page), askedId: entry.id };
    const card = buildEntryCard(entry, { guildId: acting.guildId, texts }, texts.unanswered.whatToDo);
    const buttons = [buildTeachButton(entryRef, texts), ...buildOtherButtons(entryRef, texts)];
    await interaction.editReply(buildReply({ embeds: [card], components: buildButtonRows(buttons) }));
  },
};

/** Offers the passages that could be taught as the answer. */
export const unansweredTeach: ButtonComponent = {
  name: TEACH,
  async run(interaction, argument, context) {
    const { texts } = context;
    await deferUpdate(interaction);
    const acting = await readActor(interaction, context);
    const { page, askedId } = parseEntryRef(argument);
    const request = { ...acting, askedId, limit: COMPONENT_LIMITS.options };
    const { entry, found } = await findTeachablePassages(context, request);
    const entryRef = { page, askedId: entry.id };
    const placeholder = texts.menus.teach;
    const id = { component: FACT, argument: toArgument(entryRef) };
    const words = found.length === 0 ? texts.unanswered.nothingToTeach : texts.unanswered.whatToDo;
    await interaction.editReply(
      buildReply({
        embeds: [buildEntryCard(entry, { guildId: acting.guildId, texts }, words)],
        components: [
          ...(found.length === 0 ? [] : [buildMatchMenu(id, { found, placeholder })]),
          ...buildButtonRows(buildOtherButtons(entryRef, texts)),
        ],
      }),
    );
  },
};

/** Teaches the passage that was picked, and notifies the waiting askers. */
export const unansweredFact: SelectComponent = {
  name: FACT,
  async run(interaction, argument, context) {
    const { texts, log } = context;
    await deferUpdate(interaction);
    const acting = await readActor(interaction, context);
    const { page, askedId } = parseEntryRef(argument);
    const factId = interaction.values[0] ?? '';
    const taught = await teachAnswer(context, { ...acting, askedId, factId });
    log.info({ by: interaction.user.id, guildId: acting.guildId, factId }, 'taught');
    const words = texts.unanswered.taught({ question: escapeWithin(taught.phrasing, MAX_QUESTION_CHARS) });
    const components = buildButtonRows([
      buildForgetTaughtButton(taught.id, texts),
      buildBackButton(page, texts),
    ]);
    try {
      const shown = { texts, asked: null, moreButton: null, outdatedFrom: null, above: [words, ''] };
      const embeds = [buildNoticeCard(buildPassageText(taught, shown))];
      await interaction.editReply(buildReply({ embeds, components }));
    } finally {
      // Askers are notified even when the moderator has closed the list, because nothing else would notify them.
      await notifyWaitingAskers(interaction, taught, context);
    }
  },
};

/** Asks for a note, which becomes an article of the server and the taught answer of the entry. */
export const unansweredWrite: ButtonComponent = {
  name: WRITE,
  async run(interaction, argument, context) {
    const { askedId } = parseEntryRef(argument);
    const entry = await findTeachable(context, { ...(await readActor(interaction, context)), askedId });
    const form = buildNoteModal(context.texts, { phrasing: entry.phrasing, askedId: entry.id });
    await showForm(interaction, form, context.texts);
  },
};

/** Removes the entry from the queue, and shows the rest. */
export const unansweredDismiss: ButtonComponent = {
  name: DISMISS,
  async run(interaction, argument, context) {
    const { texts, log } = context;
    await deferUpdate(interaction);
    const acting = await readActor(interaction, context);
    const { page, askedId } = parseEntryRef(argument);
    const entry = await dismissUnanswered(context, { ...acting, askedId });
    log.info({ by: interaction.user.id, guildId: acting.guildId }, 'unanswered question dismissed');
    const words = texts.unanswered.dismissed({ question: escapeWithin(entry.phrasing, MAX_QUESTION_CHARS) });
    const list = await buildQueuePage(interaction, page, context);
    await interaction.editReply(buildReply({ ...list, embeds: [buildNoticeCard(words), ...list.embeds] }));
  },
};

/** The shown entry, and the page of the list that it was picked from. */
interface EntryRef {
  readonly page: number;
  readonly askedId: string;
}

function toArgument({ page, askedId }: EntryRef): string {
  return `${page}.${askedId}`;
}

function parseEntryRef(argument: string): EntryRef {
  const [page = '', ...askedId] = argument.split('.');
  return { page: parsePage(page), askedId: askedId.join('.') };
}

function buildTeachButton(entryRef: EntryRef, { buttons }: Texts): APIButtonComponentWithCustomId {
  const id = { component: TEACH, argument: toArgument(entryRef) };
  return buildButton(id, { label: buttons.teach, style: ButtonStyle.Primary });
}

function buildOtherButtons(entryRef: EntryRef, texts: Texts): readonly APIButtonComponentWithCustomId[] {
  const id = { component: DISMISS, argument: toArgument(entryRef) };
  return [
    buildButton({ ...id, component: WRITE }, { label: texts.buttons.writeAnswer }),
    buildButton(id, { label: texts.buttons.dismissQuestion }),
    buildBackButton(entryRef.page, texts),
  ];
}
