import type { QueryClient } from "@tanstack/react-query";
import { registerShortcuts } from "@/components/shell/shortcuts";
import { showToast, type ToastMessage } from "@/components/ui/toast";
import { closeToast } from "@/components/ui/toast-viewport";
import { api, eventsOf, isFailedRequest } from "@/lib/client/api";
import type { UndoAnswer } from "@/lib/dialects/native/undo";
import { undoMessages as messages } from "./undo-messages";

type Offer = { title: string; description?: string; events: string[] };

let takeKey: (() => void) | null = null;
/** What `z` takes back: the last offer that is still shown, on top. */
const offers: { toast: ToastMessage; undo: () => void }[] = [];

/** Says what was done, with the way back as long as the toast is there. */
export function offerUndo(client: QueryClient, { title, description, events }: Offer): void {
  const undo = () => void undoEvents(client, title, events);
  const toast: ToastMessage = {
    title,
    description,
    action: { label: messages.undo, onPress: undo },
    onClose: () => forget(toast),
  };
  if (offers.length === 0)
    takeKey = registerShortcuts({ name: "undo", title: messages.undo }, () => [
      { keys: "z", description: messages.key, run: undoLast },
    ]);
  offers.push({ toast, undo });
  showToast(toast);
}

function forget(toast: ToastMessage): void {
  const place = offers.findIndex((offer) => offer.toast === toast);
  if (place >= 0) offers.splice(place, 1);
  if (offers.length === 0) takeKey?.();
}

function undoLast({ repeat }: KeyboardEvent): boolean {
  const last = offers.at(-1);
  if (!last || repeat) return false;
  closeToast(last.toast);
  forget(last.toast);
  last.undo();
  return true;
}

async function undoEvents(client: QueryClient, title: string, events: string[]): Promise<void> {
  try {
    const answer = await api<UndoAnswer>("/api/app/undo", { method: "POST", body: { events } });
    const said = { title: messages.undone(title), description: answer.remarks.join(" ") || undefined };
    if (answer.isFinal) showToast(said);
    else offerUndo(client, { ...said, events: eventsOf(answer) });
  } catch (error) {
    const failed = isFailedRequest(error) ? error : null;
    // Where the server could not be reached, trying again may help; a refusal stays one.
    const again = failed?.status === 0 || (failed?.status ?? 0) >= 500;
    showToast({
      tone: "negative",
      title: messages.failed(title),
      description: failed?.message,
      ...(again && {
        action: { label: messages.tryAgain, onPress: () => void undoEvents(client, title, events) },
      }),
    });
  } finally {
    await Promise.all(refreshed.map((key) => client.invalidateQueries({ queryKey: [key] })));
  }
}

/** What undoing may change of what the screens have. */
const refreshed = [
  "leads",
  "lead",
  "lead-choices",
  "custom-fields",
  "tags",
  "board",
  "pipelines",
  "stages",
  "tasks",
  "overview",
  "bin",
  "duplicates",
];
