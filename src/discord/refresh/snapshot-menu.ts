import { type APISelectMenuOption, ComponentType } from 'discord.js';
import { undoRefresh } from '../../requests/refreshing/undo-refresh.ts';
import type { Snapshot } from '../../store/records/snapshots.ts';
import { shorten } from '../../text/layout/shorten.ts';
import { momentInWords } from '../../wording/dates.ts';
import type { Localised, Texts } from '../../wording/kit/texts.ts';
import { buildNoticeCard } from '../cards/notice-card.ts';
import { buildRefreshCard } from '../cards/refresh-card.ts';
import type { SelectComponent } from '../kit/context.ts';
import { encodeCustomId } from '../kit/custom-id.ts';
import { deferUpdate } from '../kit/first-response.ts';
import { COMPONENT_LIMITS } from '../kit/limits.ts';
import { buildReply, type ComponentRow } from '../kit/replies.ts';
import { readRefresher } from '../kit/requester.ts';

const COMPONENT = 'undo';
const PLACEHOLDER: Localised = {
  en: 'Go back to …',
  ru: 'Вернуться к …',
  de: 'Zurück zu …',
  es: 'Volver a …',
  fr: 'Revenir à …',
};

/** The menu of what can be gone back to, by the numbers that the card above names. */
export function buildSnapshotRow(snapshots: readonly Snapshot[], texts: Texts): ComponentRow {
  const menu = {
    type: ComponentType.StringSelect as const,
    custom_id: encodeCustomId({ component: COMPONENT, argument: '' }),
    placeholder: PLACEHOLDER[texts.language],
    options: snapshots.map((snapshot) => optionFor(snapshot, texts)),
  };
  return { type: ComponentType.ActionRow, components: [menu] };
}

/** Neither mentions nor moments that follow the reader's clock are shown in a menu. */
function optionFor(snapshot: Snapshot, { tag, counted, refresh }: Texts): APISelectMenuOption {
  const { number, savedAt, articleCount, factCount, added, removed, changed } = snapshot;
  const held = `${counted.articles(articleCount)}, ${counted.facts(factCount)}`;
  return {
    label: `${number} · ${momentInWords(savedAt, tag)}`,
    description: shorten(
      `${held} · ${refresh.changes(added, removed, changed)}`,
      COMPONENT_LIMITS.optionText,
    ),
    value: String(number),
  };
}

/** Serves what was chosen, and shows in place of the menu what has changed. */
export const snapshotMenu: SelectComponent = {
  name: COMPONENT,
  async run(interaction, _, context) {
    const { refreshes, texts } = context;
    await deferUpdate(interaction);
    const refresher = await readRefresher(interaction, context);
    const chosen = interaction.values[0] ?? '';
    // A number that none has, where a client sends something else.
    const report = await undoRefresh(refreshes, refresher, /^\d{1,9}$/.test(chosen) ? Number(chosen) : 0);
    const cards = [buildRefreshCard(report, texts), buildNoticeCard(texts.refresh.undone)];
    await interaction.editReply(buildReply({ embeds: cards }));
  },
};
