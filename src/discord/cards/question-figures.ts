import type { OutcomeCounts } from '../../requests/unanswered/stats.ts';
import type { Texts } from '../../wording/kit/texts.ts';

/** How questions of some days were answered, and those of as many days before. */
interface Compared {
  readonly totals: OutcomeCounts;
  readonly before: OutcomeCounts;
}

/** Returns how many questions there are. */
export function countAll({ answered, unsure, unknown }: OutcomeCounts): number {
  return answered + unsure + unknown;
}

/** Says in two lines how many questions there were and which share was answered, beside those before; `totals` must not be empty. */
export function describeQuestions(
  { totals, before }: Compared,
  { stats, tag }: Pick<Texts, 'stats' | 'tag'>,
): readonly string[] {
  const formatShare = (counts: OutcomeCounts): string =>
    new Intl.NumberFormat(tag, { style: 'percent' }).format(counts.answered / countAll(counts));
  const share = formatShare(totals);
  return [
    stats.asked({ count: countAll(totals), before: countAll(before) }),
    countAll(before) === 0 ? stats.share({ share }) : stats.shares({ share, before: formatShare(before) }),
  ];
}
