/** Runs in the page: Discord's look, and menus that are to be seen open. */
import '@skyra/discord-components-core';

for (const menu of document.querySelectorAll('[data-open]')) void open(menu);

/** @param {any} menu a menu of the components, which opens by a click only */
async function open(menu) {
  await menu.updateComplete;
  menu.shadowRoot.querySelector('input').click();
}
