/** What a camp publishes, in files of several kinds: one is a draft, one cannot be read. */
const ARTICLES = {
  'camp/rules.md': `# Rules

The following things are not allowed:

- Drones
- Open fires
- Glass bottles on the beach

Quiet hours are from 23:00 to 07:00. They hold on every day of the week.
`,
  'camp/travel/bus.md': `---
title: Getting here by bus
---

1. Take line 12 from the main station.
2. Get off at Mill Lane.
3. Walk along the river for ten minutes.

## Luggage

The bus takes bicycles for 2 euros.
`,
  'camp/food.md': `# Food

| Meal | Price | When |
|---|---|---|
| Breakfast | 5 euros | 08:00 |
| Dinner | 9 euros | 18:30 |

The bakery tent sells bread and coffee all day.
`,
  'camp/soon.md': '---\ntitle: Soon\ndraft: true\n---\n\nThe stage is built in June.\n',
  'camp/empty.md': '',
  'camp/map.json': '{"places": []}',
};

const gold = (path: string, ...texts: readonly string[]) => texts.map((text) => ({ path, text }));

const QUESTIONS = [
  {
    question: 'are drones allowed',
    answerable: true,
    gold: gold('rules.md', 'Drones'),
    whole: { path: 'rules.md', text: 'The following things are not allowed:\n\n- Drones' },
  },
  {
    question: 'When are the quiet hours?',
    answerable: true,
    gold: gold('rules.md', 'Quiet hours are from 23:00 to 07:00.'),
    whole: { path: 'rules.md', text: 'Quiet hours are from 23:00 to 07:00.' },
  },
  {
    question: 'which bus line from the station',
    answerable: true,
    gold: gold('travel/bus.md', 'Take line 12 from the main station.', 'Get off at Mill Lane.'),
    whole: {
      path: 'travel/bus.md',
      text: '1. Take line 12 from the main station.\n2. Get off at Mill Lane.\n3. Walk along the river for ten minutes.',
    },
  },
  { question: 'how much is dinner', answerable: true, gold: gold('food.md', 'Dinner | 9 euros | 18:30') },
  {
    question: 'can i bring my bike',
    answerable: true,
    gold: gold('bus.md', 'The bus takes bicycles for 2 euros.'),
  },
  {
    question: 'where do they sell bread and coffee',
    answerable: true,
    gold: gold('rules.md', 'bread and coffee'),
  },
  { question: 'who won the world cup in 1998', answerable: false, gold: [] },
  { question: 'how much is lunch', answerable: false },
];

/** A natural set with its articles. */
export const CAMP = { name: 'camp', questions: QUESTIONS };
export const CAMP_FILES = { 'camp.json': CAMP, ...ARTICLES };
