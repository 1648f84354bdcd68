import { inLanguage } from "@/lib/kit/language";

/** The words of the parts that all screens are made of. */
export const messages = inLanguage("ui", {
  cancel: "Cancel",
  close: "Close",
  loading: "Loading",
  notLoaded: "This could not be loaded",
  noAccess: "You do not have access to this",
  tryAgain: "Try again",
  request: "Request",
});
