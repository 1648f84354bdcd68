import { showToast } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import { signOut, switchLocation } from "@/lib/client/session";
import { laterMessages } from "./later-messages";
import type { Viewer } from "./viewer";

/** Goes on in another location of the person; a toast says why where that fails. */
export async function goToLocation({ location, locations }: Viewer, id: string): Promise<void> {
  if (id === location.id) return;
  try {
    await switchLocation(id);
    // A new page, so that nothing of the other location stays in memory.
    window.location.assign(paths.overview());
  } catch (error) {
    const name = locations.find((candidate) => candidate.id === id)?.name ?? "";
    fail(laterMessages.switchFailed(name), error);
  }
}

/** Signs the person out and goes to the sign-in page; a toast says why where that fails. */
export async function leave(): Promise<void> {
  try {
    await signOut();
    window.location.assign(paths.signIn());
  } catch (error) {
    fail(laterMessages.signOutFailed, error);
  }
}

const fail = (title: string, error: unknown): void =>
  showToast({ tone: "negative", title, description: error instanceof Error ? error.message : undefined });
