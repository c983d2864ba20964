import {
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIContainerComponent,
  ButtonStyle,
} from 'discord.js';
import type { ShownEntry } from '../../requests/unanswered/show-entry.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildCard, buildSeparator, buildText, COLOURS } from '../cards/card.ts';
import { formatPassage } from '../cards/passage-markdown.ts';
import { buildSourceLine } from '../cards/source-line.ts';
import { buildButton, buildButtonRows } from '../kit/components/buttons.ts';
import { buildMatchMenu } from '../kit/components/menus.ts';
import { escapeLinks, escapeWithin } from '../kit/markdown/markdown.ts';
import { describeAsked, formatPhrasing } from './entry-details.ts';
import { encodeEntryRef, encodeWithEntry } from './entry-ref.ts';

/** The names of the components of an entry in their custom ids. */
export const CONFIRM = 'unanswered-confirm';
export const WRITE = 'unanswered-write';
export const DISMISS = 'unanswered-dismiss';
export const NEXT = 'unanswered-next';
export const FACT = 'unanswered-fact';

/** All texts of a message have 4,000 characters together: two passages, two sources of 600, and the rest. */
const MAX_QUESTION_CHARS = 300;
const MAX_SAID_CHARS = 300;
const MAX_NEAREST_CHARS = 700;
const MAX_MISSING_CHARS = 350;
/** More names do not fit into a line of a phone. */
const NAMED_ON_CARD = 3;

interface CardOptions {
  readonly guildId: string;
  readonly texts: Texts;
}

/** Builds the card of one entry: the question, what the bot said, the nearest passage, and what can be done, each in one tap. */
export function buildEntryCard(shown: ShownEntry, { guildId, texts }: CardOptions): APIContainerComponent {
  const { entry, index, count, missing } = shown;
  const position = texts.unanswered.position({ number: index + 1, count });
  return buildCard(COLOURS.unsure, [
    ...buildText([
      `-# ${position}`,
      formatPhrasing(entry, MAX_QUESTION_CHARS),
      `-# ${describeAsked(entry, { guildId, texts, named: NAMED_ON_CARD })}`,
    ]),
    buildSeparator(),
    ...buildText([...describeSaid(shown, texts), ...describeMissing(missing, texts)]),
    buildSeparator(),
    ...buildText(describeNearest(shown, texts)),
    ...buildButtonRows(listButtons(shown, texts)),
    ...buildPassageMenu(shown, texts),
  ]);
}

function describeSaid({ said, found: [nearest] }: ShownEntry, texts: Texts): readonly string[] {
  const words = texts.unanswered;
  if (said.kind === 'unknown') return [words.saidUnknown];
  const { shown, votes } = said;
  // The passage stands below once, with the question whether it answers.
  if (said.kind === 'unsure' && shown !== null && shown.fact.id === nearest?.fact.id)
    return [words.saidUnsureBelow];
  const counts = `-# 👍 ${votes.helpful} · 👎 ${votes.notHelpful}`;
  if (shown === null) return [words.saidGone, counts];
  const { passage, fact } = shown;
  return [
    said.kind === 'unsure' ? words.saidUnsure : words.saidAnswer,
    formatPassage(passage, { ...PLAIN, texts, maxChars: MAX_SAID_CHARS }),
    buildSourceLine(fact, passage.article, texts),
    counts,
  ];
}

function describeMissing(missing: readonly string[], texts: Texts): readonly string[] {
  if (missing.length === 0) return [];
  const maxChars = Math.floor(MAX_MISSING_CHARS / missing.length);
  const lines = missing.map((words) => `> ${escapeWithin(words, maxChars, escapeLinks)}`);
  return [texts.unanswered.missing, ...lines];
}

/** The moderator judges the passage, so nothing in it is highlighted. The mark of a quote tells it from our words. */
const PLAIN = { asked: null, moreButton: null, isQuoted: true } as const;

function describeNearest({ found: [nearest] }: ShownEntry, texts: Texts): readonly string[] {
  if (nearest === undefined) return [texts.unanswered.nothingNear];
  const { passage, fact } = nearest;
  return [
    `**${texts.unanswered.nearest}**`,
    formatPassage(passage, { ...PLAIN, texts, maxChars: MAX_NEAREST_CHARS }),
    buildSourceLine(fact, passage.article, texts),
  ];
}

function listButtons(
  { entry, index, count, found: [nearest] }: ShownEntry,
  { buttons }: Texts,
): readonly APIButtonComponentWithCustomId[] {
  const ref = { index, askedId: entry.id };
  const argument = encodeEntryRef(ref);
  const style = nearest === undefined ? ButtonStyle.Primary : ButtonStyle.Secondary;
  const confirm = nearest && encodeWithEntry(nearest.fact.id, ref);
  return [
    ...(confirm === undefined
      ? []
      : [
          buildButton(
            { component: CONFIRM, argument: confirm },
            { label: buttons.confirmPassage, style: ButtonStyle.Success },
          ),
        ]),
    buildButton({ component: WRITE, argument }, { label: buttons.writeAnswer, style }),
    buildButton({ component: DISMISS, argument }, { label: buttons.dismissQuestion }),
    ...(count === 1 ? [] : [buildButton({ component: NEXT, argument }, { label: buttons.next })]),
  ];
}

/** Builds the menu of the other passages. */
function buildPassageMenu(
  { entry, index, found }: ShownEntry,
  { menus }: Texts,
): readonly APIComponentInContainer[] {
  const others = found.slice(1);
  if (others.length === 0) return [];
  const argument = encodeEntryRef({ index, askedId: entry.id });
  return [buildMatchMenu({ component: FACT, argument }, { found: others, placeholder: menus.teachOther })];
}
