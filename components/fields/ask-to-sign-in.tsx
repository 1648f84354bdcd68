import { createRoot } from "react-dom/client";
import { SignInAgain } from "./sign-in-again";

/** Shows the dialog to sign in again, beside the page, and answers whether somebody did. */
export function askToSignIn(): Promise<boolean> {
  const place = document.createElement("div");
  document.body.append(place);
  const root = createRoot(place);
  return new Promise((resolve) => {
    const end = (isSignedIn: boolean) => {
      root.unmount();
      place.remove();
      resolve(isSignedIn);
    };
    root.render(<SignInAgain onSignedIn={() => end(true)} onGiveUp={() => end(false)} />);
  });
}
