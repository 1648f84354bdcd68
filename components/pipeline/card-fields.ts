import { rememberedSet } from "./remembered-set";

/** What a card can say of its lead below the name, in the order of the card. */
export const cardFacts = ["contact", "tags", "next", "value", "days", "owner"] as const;
export type CardFact = (typeof cardFacts)[number];

/** The facts are kept as those that are left out: one that is new is shown. */
const hidden = rememberedSet("leadwright.board.hiddenFacts");

/** The facts that cards show in this browser leave out, and the way to hide and show one. */
export const useHiddenFacts = (): [ReadonlySet<string>, (fact: CardFact) => void] => [hidden.use(), hidden.toggle];
