import type { Snapshot } from '../../store/records/snapshots.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { COLOURS } from '../cards/colours.ts';
import { buildNoticeCard } from '../cards/notice-card.ts';
import { describeCause } from '../cards/refresh-card.ts';
import type { ReplyContent } from '../kit/replies.ts';
import { buildSnapshotRow } from './snapshot-menu.ts';

/** What served lately, and a menu to go back to it; without one where there is nothing but what serves now. */
export function buildSnapshotsReply(
  snapshots: readonly Snapshot[],
  here: string | null,
  texts: Texts,
): ReplyContent {
  const { snapshotsTitle: title, noSnapshots, undone } = texts.refresh;
  if (snapshots.length < 2) return { embeds: [buildNoticeCard(noSnapshots)] };
  const lines = snapshots.map((snapshot) => {
    const time = `<t:${Math.floor(snapshot.savedAt / 1000)}:f>`;
    return `- **${snapshot.number}** · ${time} · ${describeCause(snapshot, here, texts)}`;
  });
  return {
    embeds: [{ color: COLOURS.done, title, description: [...lines, '', undone].join('\n') }],
    components: [buildSnapshotRow(snapshots, texts)],
  };
}
