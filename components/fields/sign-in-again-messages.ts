import { inLanguage } from "@/lib/kit/language";

/** The words of signing in again in the middle of work. */
export const signInAgainMessages = inLanguage("signInAgain", {
  title: "Your session has ended",
  hint: "Sign in again to go on where you are. What you have written is still here.",
  identifier: "Username or email",
  password: "Password",
  code: "Code of your authenticator app",
  elsewhere: "Signing in another way?",
  otherTab: "Sign in in a new tab",
  signedInElsewhere: "I have signed in",
  signIn: "Sign in",
  refused: {
    credentials: "That username and password do not match.",
    code_missing: "Enter the code as well.",
    code_wrong: "This code is not right, or was used already.",
    throttled: "Too many attempts. Try again in a few minutes.",
    unavailable: "The server could not answer. Try again in a moment.",
  },
});
