/** An article that answers a question, but not its follow-up, though two sections are near. */
export const FERRY = `# The ferry

## Cars

The ferry to Marrow carries 40 cars.

## Crossing

The ferry to Marrow carries passengers in two classes:

1. on the upper deck,
2. on the lower deck.

## The lighthouse

The lighthouse of Tallow is red. It was built in 1904.
`;

/** Is answered from it. */
export const CARS = 'How many cars does the ferry to Marrow carry?';
/** Leans on that, and is not known. */
export const LORRIES = 'and lorries?';
