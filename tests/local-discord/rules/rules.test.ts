import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandCreateRequestSchema,
  ApplicationFormPartialSchema,
  MessageCreateRequestSchema,
  ModalInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import { describe, expect, test } from 'vitest';
import { toFields } from '../fields.ts';
import {
  allRuleNames,
  checkApplication,
  checkChoices,
  checkCommand,
  checkCommandSet,
  checkMessage,
  checkModal,
} from './all-rules.ts';
import { readChoices, readCommand, readMessage, readModal } from './body-views.ts';
import { commandCases, commandSetCases } from './cases/command-cases.ts';
import { componentCases } from './cases/component-cases.ts';
import { applicationCases, autocompleteCases, modalCases } from './cases/form-cases.ts';
import { messageCases } from './cases/message-cases.ts';
import type { BrokenRule } from './rule.ts';
import { checkSchema } from './schema-check.ts';

const groups = [
  {
    subject: 'message',
    cases: [...messageCases, ...componentCases],
    own: (body: unknown) => checkMessage(readMessage(body)),
    official: (body: unknown) => checkSchema(MessageCreateRequestSchema, body),
  },
  {
    subject: 'command',
    cases: commandCases,
    own: (body: unknown) => checkCommand(readCommand(body)),
    official: (body: unknown) => checkSchema(ApplicationCommandCreateRequestSchema, body),
  },
  {
    subject: 'set of commands',
    cases: commandSetCases,
    own: (body: unknown) => checkCommandSet(Array.isArray(body) ? body.map(readCommand) : []),
    official: () => [],
  },
  {
    subject: 'modal',
    cases: modalCases,
    own: (body: unknown) => checkModal(readModal(body)),
    official: (body: unknown) => checkSchema(ModalInteractionCallbackRequestSchema, { type: 9, data: body }),
  },
  {
    subject: 'autocomplete answer',
    cases: autocompleteCases,
    own: (body: unknown) => checkChoices(readChoices(body)),
    official: (body: unknown) =>
      checkSchema(ApplicationCommandAutocompleteCallbackRequestSchema, { type: 8, data: body }),
  },
  {
    subject: 'change of the application',
    cases: applicationCases,
    own: (body: unknown) => checkApplication(toFields(body)),
    official: (body: unknown) => checkSchema(ApplicationFormPartialSchema, body),
  },
];

const names = (broken: readonly BrokenRule[]) => broken.map(({ rule }) => rule);

describe.each(groups)('the rules on a $subject', ({ cases, own, official }) => {
  test.each(cases)('$rule refuses one body and accepts its neighbour', ({ rule, refused, accepted }) => {
    expect(names(own(refused))).toContain(rule);
    expect(own(accepted)).toEqual([]);
    expect(official(accepted)).toEqual([]);
  });
});

test('every rule has a pair of cases, and every case names a rule', () => {
  const tested = groups.flatMap(({ cases }) => cases.map(({ rule }) => rule));
  expect([...new Set(tested)].toSorted()).toEqual([...allRuleNames].toSorted());
  expect(new Set(allRuleNames).size).toBe(allRuleNames.length);
});

const commandFor = (permissions: unknown) => ({
  name: 'ask',
  description: 'd',
  default_member_permissions: permissions,
});

describe('the official schema', () => {
  test('is read at the branch that the component means', () => {
    const row = { type: 1, components: [{ type: 2, style: 99, label: 'b', custom_id: 'b' }] };
    const broken = checkSchema(MessageCreateRequestSchema, { components: [row] });
    expect(broken.map(({ path }) => path)).toEqual([['components', 0, 'components', 0, 'style']]);
  });

  test('lets default_member_permissions be a decimal string, and nothing else that is not a number', () => {
    expect(checkSchema(ApplicationCommandCreateRequestSchema, commandFor('8192'))).toEqual([]);
    expect(checkSchema(ApplicationCommandCreateRequestSchema, commandFor('all'))).toHaveLength(1);
  });

  test('refuses a content that is no text, and the rules still read the rest', () => {
    const body = { content: 5, embeds: [{ color: 1 }], allowed_mentions: { parse: [] } };
    expect(checkSchema(MessageCreateRequestSchema, body)).toHaveLength(1);
    expect(names(checkMessage(readMessage(body)))).toEqual(['embed-empty']);
  });
});
