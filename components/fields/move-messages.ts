import { inLanguage } from "@/lib/kit/language";

/** The words of what puts a row of a list elsewhere. */
export const messages = inLanguage("move", {
  up: (name: string) => `Move ${name || "this one"} up`,
  down: (name: string) => `Move ${name || "this one"} down`,
});
