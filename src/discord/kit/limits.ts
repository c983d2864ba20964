/**
 * Discord's limits, in characters unless the name says otherwise. discord.js does not check them: Discord refuses a whole
 * message that exceeds one of them.
 */

/** The longest address that Discord links. */
export const LINK_MAX_CHARS = 2048;

/** @see https://discord.com/developers/docs/resources/message#create-message */
export const CONTENT_MAX_CHARS = 2000;

/**
 * All texts of the cards of a message together.
 *
 * @see https://docs.discord.com/developers/components/reference
 */
export const CARDS_MAX_CHARS = 4000;

/** Discord voids an interaction that has had no first response for this long. */
export const FIRST_RESPONSE_MS = 3000;

/** @see https://discord.com/developers/docs/components/reference */
export const COMPONENT_LIMITS = { buttonsInRow: 5, options: 25, optionText: 100 } as const;

/** @see https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-autocomplete */
export const AUTOCOMPLETE_LIMITS = { choices: 25, text: 100 } as const;
