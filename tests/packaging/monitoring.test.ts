import { expect, test } from 'vitest';
import { startedScene } from '../end-to-end/scene.ts';
import { type ParsedMetrics, parseMetrics } from '../monitoring/parse-metrics.ts';
import { at, listAt, readYaml } from './yaml.ts';

const [dashboard] = readYaml('packaging/monitoring/dashboard.json');
const [alerts] = readYaml('packaging/monitoring/alerts.yaml');
const RULES = listAt(alerts, 'groups', 0, 'rules');
const PANELS = listAt(dashboard, 'panels');

/** Those that count what a bot does; Prometheus and Node.js name the others. */
const OF_BOT = /\b(?:footnote|process|nodejs)_\w+/g;

/** What is wrong with a query: metrics that the bot does not give, and values that their labels never have. */
function findMistakes(query: string, { types, samples }: ParsedMetrics): readonly string[] {
  const mistakes: string[] = [];
  for (const [, name = '', , selectors = ''] of query.matchAll(
    /\b((?:footnote|process|nodejs)_\w+)(\{([^}]*)\})?/g,
  )) {
    const family = name.replace(/_(?:bucket|sum|count)$/, '');
    if (!types.has(name) && types.get(family) !== 'histogram') mistakes.push(`nothing gives ${name}`);
    for (const [selector] of selectors.matchAll(/\w+="[^"$]*"/g)) {
      const isGiven = [...samples.keys()].some((key) => key.startsWith(`${name}{`) && key.includes(selector));
      if (!isGiven) mistakes.push(`${name} never has ${selector}`);
    }
  }
  return mistakes;
}

function readQueries(): readonly string[] {
  const ofPanels = PANELS.flatMap((panel) => listAt(panel, 'targets'));
  return [...RULES, ...ofPanels].map((each) => String(at(each, 'expr')));
}

test('the alert rules and the dashboard ask for metrics that a running bot gives, and leave out none of its own', async () => {
  const { bot } = await startedScene({ env: { METRICS_PORT: '0' } });
  const { address } = await bot.logged(({ msg }) => msg === 'metrics served');
  const given = parseMetrics(await (await fetch(`${String(address)}/metrics`)).text());
  const queries = readQueries();
  expect(queries.flatMap((query) => findMistakes(query, given))).toEqual([]);
  const asked = new Set(queries.join(' ').match(OF_BOT));
  const isAsked = (name: string) => [name, `${name}_bucket`, `${name}_count`].some((each) => asked.has(each));
  expect([...given.types.keys()].filter((name) => name.startsWith('footnote_') && !isAsked(name))).toEqual(
    [],
  );
});

test('the check of queries finds a metric and a label that are made up', () => {
  const given = parseMetrics('# TYPE footnote_a_total counter\nfootnote_a_total{kind="x"} 1\n');
  expect(findMistakes('sum(footnote_a_total{kind="x"}) + footnote_b', given)).toEqual([
    'nothing gives footnote_b',
  ]);
  expect(findMistakes('footnote_a_total{job=~"$job", kind="y"}', given)).toEqual([
    'footnote_a_total never has kind="y"',
  ]);
});

test('each alert says what it means and how bad it is; promtool tests that some of them fire', () => {
  for (const rule of RULES) {
    expect(String(at(rule, 'alert'))).toMatch(/^Footnote[A-Z]/);
    expect(['critical', 'warning', 'info']).toContain(at(rule, 'labels', 'severity'));
    for (const text of ['summary', 'description'])
      expect(String(at(rule, 'annotations', text)).length).toBeGreaterThan(20);
  }
  expect(new Set(RULES.map((rule) => at(rule, 'alert'))).size).toBe(RULES.length);
});

test('the panels of the dashboard have a number, a title and a place of their own', () => {
  const places = PANELS.map((panel) => JSON.stringify(at(panel, 'gridPos')));
  for (const each of [
    places,
    PANELS.map((panel) => at(panel, 'id')),
    PANELS.map((panel) => at(panel, 'title')),
  ])
    expect(new Set(each).size).toBe(PANELS.length);
});
