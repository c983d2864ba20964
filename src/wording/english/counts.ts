export const counted = {
  articles: '{count, plural, one {# article} other {# articles}}',
  facts: '{count, plural, one {# fact} other {# facts}}',
  problems: '{count, plural, one {# problem} other {# problems}}',
} as const;

export const more = {
  articles: '… and {count, plural, one {# more article} other {# more articles}}',
  problems: '… and {count, plural, one {# more problem} other {# more problems}}',
  lines: '… and {count, plural, one {# more line} other {# more lines}}',
} as const;
