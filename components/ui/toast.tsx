/** What a toast says. */
export type ToastMessage = {
  title: string;
  description?: string;
  /** `negative` is announced at once and stays until it is closed. */
  tone?: "neutral" | "negative";
  /** What can be done about it, such as Undo or Try again. */
  action?: { label: string; onPress: () => void };
  /** Told when it goes, whatever the reason. */
  onClose?: () => void;
};

type Listener = (message: ToastMessage) => void;
const waiting: ToastMessage[] = [];
let listener: Listener | null = null;

/** Says what happened at the edge of the screen, with the way back where there is one. */
export function showToast(message: ToastMessage): void {
  if (listener) listener(message);
  else waiting.push(message);
}

/** Makes `next` the one that is told of toasts, those that came before it too. Answers a function that stops it. */
export function listenToToasts(next: Listener): () => void {
  listener = next;
  for (const message of waiting.splice(0)) next(message);
  return () => {
    listener = null;
  };
}
