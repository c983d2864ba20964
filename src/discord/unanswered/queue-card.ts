import type { APIContainerComponent, APISectionComponent } from 'discord.js';
import type { UnansweredEntry } from '../../requests/unanswered/unanswered.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildCard, buildSection, buildText, COLOURS } from '../cards/card.ts';
import { buildButton, buildPagerRow } from '../kit/components/buttons.ts';
import { describeAsked, formatPhrasing } from './entry-details.ts';
import { encodeEntryRef } from './entry-ref.ts';

/** The names of the components of the list in their custom ids. */
export const PAGER = 'unanswered';
export const OPEN = 'unanswered-open';

/** This many entries of at most these sizes stay below the 4,000 characters and 40 components of a message. */
const ENTRIES_A_PAGE = 8;
const MAX_QUESTION_CHARS = 150;
const NAMED_IN_LIST = 1;

/** Returns the number of pages of the queue, at least 1. */
export function countQueuePages(entries: readonly UnansweredEntry[]): number {
  return Math.max(1, Math.ceil(entries.length / ENTRIES_A_PAGE));
}

/** Returns the page of the list, counted from 0, with the entry at a place. */
export function findPage(index: number): number {
  return Math.floor(index / ENTRIES_A_PAGE);
}

/** Builds one page of the queue, with a button beside each entry. `page` counts from 0 and must be a page that the queue has. */
export function buildQueueCard(
  entries: readonly UnansweredEntry[],
  page: number,
  { guildId, texts }: { readonly guildId: string; readonly texts: Texts },
): APIContainerComponent {
  const last = countQueuePages(entries) - 1;
  const from = page * ENTRIES_A_PAGE;
  const sections = entries.slice(from, from + ENTRIES_A_PAGE).map((entry, at): APISectionComponent => {
    const argument = encodeEntryRef({ index: from + at, askedId: entry.id });
    const asked = describeAsked(entry, { guildId, texts, named: NAMED_IN_LIST });
    return buildSection(
      [formatPhrasing(entry, MAX_QUESTION_CHARS), `-# ${asked}`],
      buildButton({ component: OPEN, argument }, { label: texts.buttons.open }),
    );
  });
  const number = texts.sources.page({ page: page + 1, pages: last + 1 });
  return buildCard(COLOURS.done, [
    ...buildText([`### ${texts.unanswered.title({ count: entries.length })}`]),
    ...sections,
    ...(last === 0
      ? []
      : [...buildText([`-# ${number}`]), buildPagerRow(PAGER, { number: page, last }, texts)]),
  ]);
}
