/** What a card can say of its lead below the name, in the order of the card. */
export const cardFacts = ["contact", "tags", "next", "value", "days", "owner"] as const;
export type CardFact = (typeof cardFacts)[number];
