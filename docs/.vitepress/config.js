import { defineConfig } from 'vitepress';

/** `npm run docs` builds the pages into `docs/.vitepress/dist`, and fails on a link to a page that does not exist. */
export default defineConfig({
  title: 'Footnote',
  description: 'A Discord bot that answers members’ questions from a folder of articles',
  lang: 'en-GB',
  // The pages link to files outside `docs/`, such as the changelog, so these are pages too.
  srcDir: '.vitepress/pages',
  ignoreDeadLinks: false,
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  markdown: { config: protectCode },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Moderating', link: '/docs/moderators' },
      { text: 'Operating', link: '/docs/operating' },
      { text: 'How it works', link: '/docs/how-it-works' },
    ],
    sidebar: [
      section('Footnote', { Overview: '/', Documentation: '/docs/', Changelog: '/CHANGELOG' }),
      section('For moderators', {
        Moderating: '/docs/moderators',
        Articles: '/docs/articles',
        'Commands and buttons': '/docs/commands',
      }),
      section('For operators', {
        Installing: '/docs/installing',
        Configuration: '/docs/configuration',
        Operating: '/docs/operating',
        Terminal: '/docs/terminal',
        Security: '/SECURITY',
      }),
      section('For developers', {
        'How it works': '/docs/how-it-works',
        Evaluation: '/docs/evaluation',
        Benchmarks: '/docs/benchmarks',
        Design: '/docs/design',
        Encoders: '/models/encoders',
        'Training the encoders': '/training/README',
        Contributing: '/CONTRIBUTING',
      }),
    ],
  },
});

/** A group of the sidebar. */
function section(text, links) {
  return { text, items: Object.entries(links).map(([name, link]) => ({ text: name, link })) };
}

/** Vue would take `{{ … }}` in a code span for an expression of its own. */
function protectCode(markdown) {
  const render = markdown.renderer.rules.code_inline;
  markdown.renderer.rules.code_inline = (...args) => render(...args).replace('<code', '<code v-pre');
}
