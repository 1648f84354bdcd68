import { inLanguage } from "@/lib/kit/language";

/** What is said of a request that nobody answered, or that was answered without a reason. */
export const messages = inLanguage("requests", {
  unreachable: "The server could not be reached. Check your connection and try again.",
  unexplained: "The server could not answer. Try again in a moment.",
});
