import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType } from 'discord.js';
import { solvePost } from '../../../requests/asking/solve-post.ts';
import { textsFor } from '../../../wording/languages.ts';
import { buildText } from '../../cards/card.ts';
import { type AnswerButton, toAnswerRef } from '../../kit/components/answer-button.ts';
import { buildButton, changeButtons, listButtonIds } from '../../kit/components/buttons.ts';
import { editShownMessage } from '../../kit/components/edit-shown-message.ts';
import { readRequester } from '../../kit/requester.ts';
import { showVoteCount } from './vote.ts';

const COMPONENT = 'solved';

/**
 * Says that the answer under a forum post solved it, for the author of the post or a moderator. The card then says who said so. The button
 * carries the id of the question. Under other answers it does not stand.
 */
export const solvedButton: AnswerButton = {
  name: COMPONENT,
  build({ asked }, { buttons, language }) {
    if (asked === null) return null;
    const id = { component: COMPONENT, argument: asked.id, language };
    return buildButton(id, { label: buttons.solved, emoji: '✅', style: ButtonStyle.Success });
  },
  async run(interaction, askedId, context) {
    const { store, locks, texts } = context;
    const { user } = interaction;
    const counts = await solvePost(store, {
      ...toAnswerRef(askedId, interaction),
      requester: readRequester(interaction, context),
      formatName: (id) => `<@${id}>`,
    });
    await editShownMessage(interaction, locks, (message) => {
      const id = listButtonIds(message).find(({ component }) => component === COMPONENT);
      const { buttons, answer } = textsFor(id?.language ?? texts.language);
      const components = changeButtons(message, ({ component }, shown) =>
        component === COMPONENT
          ? { ...shown, label: buttons.solvedDone, disabled: true }
          : showVoteCount(component, shown, counts),
      );
      // Somebody else has been faster: the line stands there.
      if (id === undefined || message.resolveComponent(interaction.customId)?.disabled === true)
        return { components: [...components] };
      const line = `-# ✅ ${answer.solvedBy({ mention: `<@${user.id}>` })}`;
      return { components: [...addToCard(components, line)] };
    });
  },
};

/** Adds a line at the end of the card. */
function addToCard(
  components: readonly APIMessageTopLevelComponent[],
  line: string,
): readonly APIMessageTopLevelComponent[] {
  return components.map((each) =>
    each.type === ComponentType.Container
      ? { ...each, components: [...each.components, ...buildText([line])] }
      : each,
  );
}
