import { inLanguage } from "@/lib/kit/language";

/** The words of the parts that all screens are made of. */
export const messages = inLanguage("ui", {
  cancel: "Cancel",
  close: "Close",
  loading: "Loading",
  notLoaded: "This could not be loaded",
  noAccess: "You do not have access to this",
  offline: "You are offline",
  offlineHint: "This loads when you are connected again.",
  tryAgain: "Try again",
  request: "Request",
});
