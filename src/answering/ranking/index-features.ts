import type { Candidate } from '../../search/candidate.ts';
import type { FeatureGroup, Scene } from './scene.ts';

/** How well the words fit by the index: by BM25 for each word asked, and beside the best of the candidates. */
export const INDEX_FEATURES: FeatureGroup = {
  names: [
    'index.own',
    'index.before',
    'index.after',
    'index.paragraph',
    'index.title',
    'index.score of best',
    'index.own of best',
    'index.paragraph of best',
    'index.place',
    'index.paragraph votes',
    'index.article votes',
  ],
  open(scene) {
    const { totalWeight, candidates } = scene;
    const best = {
      score: Math.max(0, ...candidates.map(({ score }) => score)),
      own: Math.max(0, ...candidates.map(({ own }) => own)),
      paragraph: Math.max(0, ...candidates.map(({ paragraph }) => paragraph)),
    };
    const paragraphVotes = votes(scene, paragraphOf);
    const articleVotes = votes(scene, ({ fact }) => fact.path);
    return (candidate, place) => {
      const { own, before, after, paragraph, title, score, fact } = candidate;
      return [
        own / totalWeight,
        before / totalWeight,
        after / totalWeight,
        paragraph / totalWeight,
        title / totalWeight,
        share(score, best.score),
        share(own, best.own),
        share(paragraph, best.paragraph),
        1 / (1 + place),
        paragraphVotes.get(paragraphOf(candidate)) ?? 0,
        articleVotes.get(fact.path) ?? 0,
      ];
    };
  },
};

function paragraphOf({ fact }: Candidate): string {
  return `${fact.path} ${fact.paragraph}`;
}

/** For each group, the share of the candidates' scores that its own get, high ones counting far more. */
function votes(
  { candidates }: Scene,
  groupOf: (candidate: Candidate) => string,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  let all = 0;
  for (const candidate of candidates) {
    const vote = candidate.score ** 3;
    const group = groupOf(candidate);
    all += vote;
    sums.set(group, (sums.get(group) ?? 0) + vote);
  }
  return new Map([...sums].map(([group, sum]) => [group, share(sum, all)]));
}

function share(value: number, whole: number): number {
  return whole === 0 ? 0 : value / whole;
}
