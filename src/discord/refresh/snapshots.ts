import type { APISelectMenuOption } from 'discord.js';
import { undoRefresh } from '../../requests/refreshing/refresh.ts';
import type { Snapshot } from '../../store/records/snapshots.ts';
import { formatMoment } from '../../wording/dates.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildCard, buildText, COLOURS } from '../cards/card.ts';
import { buildNoticeCard } from '../cards/notice-card.ts';
import { buildRefreshCard, describeCause } from '../cards/refresh-card.ts';
import { buildSelectMenu, fitOption } from '../kit/components/menus.ts';
import type { SelectComponent } from '../kit/context.ts';
import { deferUpdate } from '../kit/first-response.ts';
import { buildReplacement, type ComponentRow, type ReplyContent } from '../kit/replies.ts';
import { readRefresher } from '../kit/requester.ts';

const COMPONENT = 'undo';

/** Builds the list of recent snapshots with a menu to go back to one; without the menu when there is only the current one. */
export function buildSnapshotsReply(
  snapshots: readonly Snapshot[],
  guildId: string | null,
  texts: Texts,
): ReplyContent {
  const { snapshotsTitle: title, noSnapshots, undone } = texts.refresh;
  if (snapshots.length < 2) return { components: [buildNoticeCard(noSnapshots)] };
  const lines = snapshots.map((snapshot) => {
    const time = `<t:${Math.floor(snapshot.savedAt / 1000)}:f>`;
    return `- **${snapshot.number}** · ${time} · ${describeCause(snapshot, guildId, texts)}`;
  });
  return {
    components: [
      buildCard(COLOURS.done, [...buildText([`### ${title}`, ...lines]), ...buildText([`-# ${undone}`])]),
      buildSnapshotRow(snapshots, texts),
    ],
  };
}

/** Builds the menu of snapshots, by the numbers on the card above it. */
function buildSnapshotRow(snapshots: readonly Snapshot[], texts: Texts): ComponentRow {
  const options = snapshots.map((snapshot) => buildOption(snapshot, texts));
  return buildSelectMenu(
    { component: COMPONENT, argument: '' },
    { options, placeholder: texts.menus.snapshots },
  );
}

/** Builds an option of the menu. Discord shows neither mentions nor relative times in options. */
function buildOption(snapshot: Snapshot, { tag, counted, refresh }: Texts): APISelectMenuOption {
  const { number, savedAt, articleCount, added, removed, changed } = snapshot;
  const held = counted.articles({ count: articleCount });
  return {
    label: `${number} · ${formatMoment(savedAt, tag)}`,
    description: fitOption(
      `${held} · ${refresh.passages({ changes: refresh.changes({ added, removed, changed }) })}`,
    ),
    value: String(number),
  };
}

/** Goes back to the chosen snapshot, and replaces the menu by the changes. */
export const snapshotMenu: SelectComponent = {
  name: COMPONENT,
  async run(interaction, _, context) {
    const { refreshes, texts } = context;
    await deferUpdate(interaction);
    const refresher = readRefresher(interaction, context);
    const chosen = interaction.values[0] ?? '';
    // No snapshot has the number 0, which stands for anything else that a client sends.
    const report = await undoRefresh(refreshes, refresher, /^\d{1,9}$/.test(chosen) ? Number(chosen) : 0);
    const cards = [buildRefreshCard(report, texts), buildNoticeCard(texts.refresh.undone)];
    await interaction.editReply(buildReplacement(cards));
  },
};
