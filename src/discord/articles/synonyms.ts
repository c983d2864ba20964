import {
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  ApplicationCommandOptionType,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { ALIAS_LIMITS, type Alias } from '../../knowledge/article/article.ts';
import {
  type AddedSynonym,
  addSynonym,
  listSynonyms,
  removeSynonym,
} from '../../requests/articles/synonyms.ts';
import { requireModerator, type ServerRequest } from '../../requests/kit/requester.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildCard, buildSection, buildText, COLOURS } from '../cards/card.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { buildButton, buildButtonRows, buildPagerRow, parsePage } from '../kit/components/buttons.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import { parseSynonym, SYNONYM_MENU } from '../kit/components/menus.ts';
import { buildUndoButton } from '../kit/components/shared-buttons.ts';
import type {
  ButtonComponent,
  ModalComponent,
  RequestContext,
  SelectComponent,
  Subcommand,
} from '../kit/context.ts';
import { encodeCustomId } from '../kit/custom-id.ts';
import { deferPrivately, deferUpdate, respondPrivately, showForm } from '../kit/first-response.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { buildReplacement } from '../kit/replies.ts';
import { readServerRequest } from '../kit/requester.ts';
import { logModeration } from '../notifications/moderation-log.ts';
import { notifyNewlyAnswered } from '../notifications/notify-askers.ts';

const PAGER = 'synonyms';
const ADD = 'synonym-write';
const FORM = 'synonym';
const REMOVE = 'synonym-remove';
/** Each takes three of the forty components of a message; thirteen are for the rest of the list and *Undo*. */
const A_PAGE = 9;
const MAX_WORD_CHARS = 60;
const MAX_MEANING_CHARS = 150;

/** `/knowledge synonyms`: lists the words of members that stand for words of the articles, each with a button that removes it. */
export const synonymsSubcommand: Subcommand = {
  definition: {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ knowledge }) => knowledge.subcommands.synonyms),
  },
  async run(interaction, context) {
    const components = [await buildScreen(readServerRequest(interaction, context), 0, context)];
    await respondPrivately(interaction, { components });
  },
};

/** Turns the pages of the list. */
export const synonymPager: ButtonComponent = {
  name: PAGER,
  async run(interaction, argument, context) {
    await deferUpdate(interaction);
    const screen = await buildScreen(readServerRequest(interaction, context), parsePage(argument), context);
    await interaction.editReply(buildReplacement([screen]));
  },
};

/** Asks for a word and what it stands for. */
export const synonymAddButton: ButtonComponent = {
  name: ADD,
  async run(interaction, _, context) {
    requireModerator(readServerRequest(interaction, context).requester);
    await showForm(interaction, buildForm(context.texts), context.texts);
  },
};

/** Adds the synonym of the form, and shows the list with it. */
export const synonymForm: ModalComponent = {
  name: FORM,
  async run(interaction, _, context) {
    const { fields } = interaction;
    await (interaction.isFromMessage() ? deferUpdate(interaction) : deferPrivately(interaction));
    const typed = { short: fields.getTextInputValue('word'), long: fields.getTextInputValue('meaning') };
    const added = await add(interaction, typed, context);
    try {
      const done = { words: formatAdded(added, context.texts), changeNumber: added.changeNumber };
      await interaction.editReply(
        buildReplacement(await buildDoneScreen(readServerRequest(interaction, context), done, context)),
      );
    } finally {
      await tellAskers(interaction, context);
    }
  },
};

/** Adds the synonym that was chosen from the menu under a taught answer. The message with the menu stays. */
export const synonymMenu: SelectComponent = {
  name: SYNONYM_MENU,
  async run(interaction, _, context) {
    const added = await add(interaction, parseSynonym(interaction.values[0] ?? ''), context);
    try {
      const card = buildCard(COLOURS.done, buildText([formatAdded(added, context.texts)]));
      const components = [card, ...buildUndoRows(added, context.texts)];
      await respondPrivately(interaction, { components });
    } finally {
      await tellAskers(interaction, context);
    }
  },
};

/** Removes a synonym from the list. */
export const synonymRemoveButton: ButtonComponent = {
  name: REMOVE,
  async run(interaction, short, context) {
    const { texts, log } = context;
    const acting = readServerRequest(interaction, context);
    await deferUpdate(interaction);
    const change = await removeSynonym(context, { ...acting, short });
    log.info({ by: interaction.user.id, guildId: acting.guildId, change }, 'synonym removed');
    if (change !== null)
      await logModeration(interaction, { kind: 'synonym', what: 'removed', word: short }, context);
    const words = texts.synonyms.removed({ word: escapeWithin(short, MAX_WORD_CHARS) });
    const done = { words, changeNumber: change };
    await interaction.editReply(buildReplacement(await buildDoneScreen(acting, done, context)));
  },
};

type ServerInteraction = Parameters<typeof readServerRequest>[0];

async function add(
  interaction: ServerInteraction,
  typed: Alias,
  context: RequestContext,
): Promise<AddedSynonym> {
  const { guildId, requester } = readServerRequest(interaction, context);
  const added = await addSynonym(context, { guildId, requester, ...typed });
  context.log.info({ by: requester.memberId, guildId, change: added.changeNumber }, 'synonym added');
  if (added.changeNumber !== null)
    await logModeration(interaction, { kind: 'synonym', what: 'added', word: added.short }, context);
  return added;
}

function formatAdded({ short, long }: AddedSynonym, { synonyms }: Texts): string {
  return synonyms.added({
    word: escapeWithin(short, MAX_WORD_CHARS),
    meaning: escapeWithin(long, MAX_MEANING_CHARS),
  });
}

/** What was just done; the number of the change is null where nothing changed. */
interface Done {
  readonly words: string;
  readonly changeNumber: number | null;
}

/** Builds the list below a line that says what was just done, with a button that undoes it. */
async function buildDoneScreen(
  acting: ServerRequest,
  done: Done,
  context: RequestContext,
): Promise<readonly APIMessageTopLevelComponent[]> {
  const screen = await buildScreen(acting, 0, context);
  return [...buildText([done.words]), screen, ...buildUndoRows(done, context.texts)];
}

function buildUndoRows({ changeNumber }: Pick<Done, 'changeNumber'>, texts: Texts) {
  return changeNumber === null ? [] : buildButtonRows([buildUndoButton([changeNumber], texts)]);
}

/** Tells members who wait for an answer that the synonym makes known. */
function tellAskers(interaction: ServerInteraction, context: RequestContext): Promise<void> {
  const { client, guildLocale } = interaction;
  return notifyNewlyAnswered({ client, guildId: requireGuildId(interaction), guildLocale }, context);
}

async function buildScreen(
  acting: ServerRequest,
  wanted: number,
  context: RequestContext,
): Promise<APIContainerComponent> {
  const { texts } = context;
  const all = await listSynonyms(context, acting);
  const last = Math.max(0, Math.ceil(all.length / A_PAGE) - 1);
  const number = Math.min(wanted, last);
  const page = texts.sources.page({ page: number + 1, pages: last + 1 });
  const look = { label: texts.buttons.addSynonym, style: ButtonStyle.Primary } as const;
  return buildCard(COLOURS.done, [
    ...buildText([`### ${texts.synonyms.title({ count: all.length })}`, texts.synonyms.about]),
    ...all.slice(number * A_PAGE, (number + 1) * A_PAGE).map((each) => buildEntry(each, texts)),
    ...(last === 0 ? [] : [...buildText([`-# ${page}`]), buildPagerRow(PAGER, { number, last }, texts)]),
    ...buildButtonRows([buildButton({ component: ADD, argument: '' }, look)]),
  ]);
}

function buildEntry({ short, long }: Alias, { buttons }: Texts) {
  const words = `**${escapeWithin(short, MAX_WORD_CHARS)}** → ${escapeWithin(long, MAX_MEANING_CHARS)}`;
  const look = { label: buttons.removeSynonym };
  return buildSection([words], buildButton({ component: REMOVE, argument: short }, look));
}

function buildForm({ synonyms: { form } }: Texts): APIModalInteractionResponseCallbackData {
  const input = { type: ComponentType.TextInput, style: TextInputStyle.Short, required: true } as const;
  return {
    custom_id: encodeCustomId({ component: FORM, argument: '' }),
    title: form.heading,
    components: [
      {
        type: ComponentType.Label,
        label: form.word,
        component: { ...input, custom_id: 'word', max_length: ALIAS_LIMITS.maxShortChars },
      },
      {
        type: ComponentType.Label,
        label: form.meaning,
        component: { ...input, custom_id: 'meaning', max_length: ALIAS_LIMITS.maxLongChars },
      },
    ],
  };
}
