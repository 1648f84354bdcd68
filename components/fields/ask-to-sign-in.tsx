import { ask } from "@/components/ui/ask";
import { SignInAgain } from "./sign-in-again";

/** Shows the dialog to sign in again, over the page, and answers whether somebody did. */
export const askToSignIn = (): Promise<boolean> =>
  ask((answer) => <SignInAgain onSignedIn={() => answer(true)} onGiveUp={() => answer(false)} />);
