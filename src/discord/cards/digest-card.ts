import type { APIContainerComponent } from 'discord.js';
import { DAY_MS } from '../../kit/time.ts';
import type { Digest, DigestQuestions } from '../../requests/digest/weekly-digest.ts';
import type { OutcomeCounts } from '../../requests/unanswered/stats.ts';
import { formatDays } from '../../wording/dates.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { escapeLinks, escapeWithin } from '../kit/markdown/markdown.ts';
import { buildCard, buildSeparator, buildText, COLOURS } from './card.ts';

const MAX_QUESTION_CHARS = 150;

interface DigestLook {
  readonly texts: Texts;
  /** Links the commands that a text of ours names. */
  readonly link: (text: string) => string;
}

/** Builds the card of a week: how many questions were asked and answered, beside the week before, which were not, and what to do next. */
export function buildDigestCard(digest: Digest, { texts, link }: DigestLook): APIContainerComponent {
  const { digest: words, stats } = texts;
  const { period, openCount, staleCount } = digest;
  const days = formatDays(period.fromMs, period.toMs - DAY_MS, texts.tag);
  const next = [
    openCount === 0 ? stats.nothingOpen : link(stats.open({ count: openCount })),
    ...(staleCount === 0 ? [] : [link(words.stale({ count: staleCount }))]),
  ];
  return buildCard(COLOURS.done, [
    ...buildText([`### ${words.title({ days })}`]),
    ...buildText([...describeQuestions(digest, texts), `👍 ${digest.helpful} · 👎 ${digest.notHelpful}`]),
    ...listQuestions(words.unanswered, digest.unanswered, { texts, link }),
    ...listQuestions(words.votedDown, digest.votedDown, { texts, link }),
    buildSeparator(),
    ...buildText(next),
    ...buildText([`-# ${link(words.everyWeek)}`]),
  ]);
}

/** Lists questions under a heading; nothing where there are none. */
function listQuestions(
  heading: string,
  { named, otherCount: count }: DigestQuestions,
  { texts: { digest }, link }: DigestLook,
) {
  const others = named.length === 0 ? digest.onlyOthers : digest.others;
  const lines = [
    ...named.map(
      ({ question, times }) => `- ${times} × ${escapeWithin(question, MAX_QUESTION_CHARS, escapeLinks)}`,
    ),
    ...(count === 0 ? [] : [link(others({ count }))]),
  ];
  return lines.length === 0 ? [] : buildText([`**${heading}**`, ...lines]);
}

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
