import { readAskContext } from '../kit/channels/channel-context.ts';
import { EXAMPLE_BUTTON, readExample } from '../kit/components/shared-buttons.ts';
import type { ButtonComponent } from '../kit/context.ts';
import { respondPrivately } from '../kit/first-response.ts';
import { extractQuestion } from '../kit/markdown/markdown.ts';
import { composeAnswer } from './compose-answer.ts';

/** Answers the question on the button to whoever presses it, in private: the message above it stays for the others. */
export const exampleButton: ButtonComponent = {
  name: EXAMPLE_BUTTON,
  async run(interaction, _, context) {
    const request = {
      question: extractQuestion(readExample(interaction)),
      door: 'button',
      askerId: interaction.user.id,
      ...readAskContext(interaction),
      audience: 'asker',
    } as const;
    const { composeCard } = await composeAnswer(context, request, interaction);
    await respondPrivately(interaction, composeCard({ isReply: false }));
  },
};
