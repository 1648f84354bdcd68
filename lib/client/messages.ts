import { inLanguage } from "@/lib/kit/language";

/** What is said of a request that nobody answered, or that was answered without a reason. */
export const messages = inLanguage("requests", {
  unreachable: "The server could not be reached. Check your connection and try again.",
  unexplained: "The server could not answer. Try again in a moment.",
  /** A refusal with an HTTP status: in the language of the server what it said, in others what the status means before it. */
  refused: (_status: number, said: string) => said,
  /** What is wrong with a field, by the name of the rule and in the words of the server. */
  wrong: (_rule: string, said: string) => said,
});
