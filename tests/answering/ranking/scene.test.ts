import { describe, expect, it } from 'vitest';
import { shareOfAsked } from '../../../src/answering/ranking/scene.ts';
import { FactBase } from '../../../src/search/fact-base.ts';
import { stem } from '../../../src/text/stems.ts';
import { markdownArticle } from '../../articles.ts';
import { models } from '../../models.ts';
import { sceneOf } from './feature-values.ts';

const base = new FactBase([
  markdownArticle(
    'a.md',
    '---\ntitle: A\naliases:\n  DSC: dull council\n---\n\nThe dull council meets Anna.\n',
  ),
]);

describe('a scene', () => {
  it('holds what ranking needs of each word asked', () => {
    const { asked } = sceneOf(base, 'when does the council meet anna?');
    expect(asked.map(({ own }) => own)).toEqual([
      base.termOf(stem('council')),
      base.termOf(stem('meets')),
      base.termOf(stem('anna')),
    ]);
    expect(asked.map(({ weight }) => weight)).toEqual(
      ['council', 'meets', 'anna'].map((word) => base.idf(stem(word))),
    );
    expect(asked.map(({ word }) => word)).toEqual(
      ['council', 'meet', 'anna'].map((word) => models.vectors.indexOf(word)),
    );
    expect(asked.map(({ isName }) => isName)).toEqual([false, false, true]);
  });

  it('takes an alias for its long form too', () => {
    const [short] = sceneOf(base, 'DSC').asked;
    expect(short?.meant).toEqual(['dsc', 'dull', 'council'].flatMap((word) => base.termOf(stem(word)) ?? []));
  });

  it('has a total weight above 0 though nothing is asked', () => {
    expect(sceneOf(base, 'what').totalWeight).toBe(1);
  });
});

describe('the share of what is asked', () => {
  it('counts telling words more', () => {
    const scene = sceneOf(base, 'When does the council meet Bob?');
    const bob = base.idf(stem('bob'));
    expect(shareOfAsked(scene, (place) => place === 2)).toBeCloseTo(bob / scene.totalWeight);
    expect(bob).toBeGreaterThan(base.idf(stem('council')));
    expect(shareOfAsked(scene, () => true)).toBeCloseTo(1);
    expect(shareOfAsked(scene, () => false)).toBe(0);
  });
});
