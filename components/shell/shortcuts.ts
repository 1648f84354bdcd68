import { shownOverlay, typeAhead } from "./overlay";

/**
 * The keyboard map: what keys do, by scope. Screens and panels register what they answer to while
 * they are on screen; the newest scope that knows a key takes it. The help sheet lists them.
 */
export type Shortcut = {
  /** Strokes, one after another: `j`, `g l`, `shift+x`, `mod+k` (Ctrl or Command), `Space`, `ArrowDown`. */
  keys: string;
  /** What it does, for the help sheet. */
  description: string;
  /** Does it; false leaves the key to the scopes below. Without it the view answers the key itself and only lists it here. */
  run?: (event: KeyboardEvent) => void | boolean;
};

/** A part of the app with keys of its own. */
export type ShortcutScope = {
  name: string;
  /** The heading of its keys in the help sheet. */
  title: string;
  /** Whether it lies below all screens and panels, whenever they came. */
  isEverywhere?: boolean;
};

/** The keys of a scope, as the help sheet lists them. */
export type ShortcutGroup = ShortcutScope & { shortcuts: readonly Shortcut[] };

type Registered = ShortcutScope & { shortcuts: () => readonly Shortcut[] };
/** What a key press is known by. */
type Stroke = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

const storageKey = "leadwright.shortcuts";
/** How long the next key of a sequence may take. */
const sequenceMilliseconds = 1000;
/** Keys that are typed into something, or that choose in a list, are not ours. A panel with `data-shortcuts` lets them through. */
const taken =
  'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable=""], [contenteditable="true"], [role="menu"], [role="listbox"], [role="combobox"], [role="dialog"]:not([data-shortcuts]), [role="alertdialog"]';

let scopes: readonly Registered[] = [];
const listeners = new Set<() => void>();
let groups: readonly ShortcutGroup[] | null = null;
let begun = "";
let begunAt = 0;

/** Adds the keys of a scope, read anew at every press. Answers the function that takes them away. */
export function registerShortcuts(scope: ShortcutScope, shortcuts: () => readonly Shortcut[]): () => void {
  const registered = { ...scope, shortcuts };
  if (scopes.length === 0) document.addEventListener("keydown", pressShortcut);
  scopes = scope.isEverywhere ? [...scopes, registered] : [registered, ...scopes];
  changed();
  return () => {
    scopes = scopes.filter((each) => each !== registered);
    if (scopes.length === 0) document.removeEventListener("keydown", pressShortcut);
    changed();
  };
}

/** What can be pressed now, the newest scope first; scopes of one name together. The same array until something changes. */
export function listShortcuts(): readonly ShortcutGroup[] {
  groups ??= [...Map.groupBy(scopes, ({ name }) => name).values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [{ name: first.name, title: first.title, shortcuts: [first, ...rest].flatMap((each) => each.shortcuts()) }],
  );
  return groups;
}

/** Calls `listener` when keys come or go. Answers the function that stops it. */
export function watchShortcuts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether single keys do something in this browser. Those with Ctrl or Command always do. */
export function areShortcutsOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== "off";
  } catch {
    // Storage that is refused remembers nothing: the default holds.
    return true;
  }
}

/** Turns single keys on or off in this browser, for people whose voice or hand presses them by chance. */
export function turnShortcuts(on: boolean): void {
  localStorage.setItem(storageKey, on ? "on" : "off");
  changed();
}

/** Runs what the pressed key means, if it means something here. */
export function pressShortcut(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.key === "Process") return;
  const stroke = strokeOf(event);
  const isHeld = stroke.startsWith("mod+");
  if (!isHeld && shownOverlay() !== null && !isTaken(event.target)) return typeAhead(event.key);
  if (!isHeld && (!areShortcutsOn() || isTaken(event.target))) return;
  const sequence = begun && event.timeStamp - begunAt < sequenceMilliseconds ? `${begun} ${stroke}` : "";
  begun = "";
  if ((sequence && runFirst(sequence, event)) || runFirst(stroke, event)) {
    event.preventDefault();
  } else if (scopes.some(({ shortcuts }) => shortcuts().some(({ keys }) => keys.startsWith(`${stroke} `)))) {
    begun = stroke;
    begunAt = event.timeStamp;
  }
}

/** A key press as the map writes it. On a keyboard of other letters the key's place counts. */
export function strokeOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Stroke): string {
  const latin = /^[\u{20}-\u{7e}]$/u.test(key)
    ? key.toLowerCase()
    : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key);
  const name = latin === " " ? "Space" : latin;
  // Shift is a part of a sign such as `?`, and a modifier of letters and of named keys.
  const isShifted = shiftKey && (name.length > 1 || /^[a-z]$/.test(name));
  return `${ctrlKey || metaKey ? "mod+" : ""}${altKey ? "alt+" : ""}${isShifted ? "shift+" : ""}${name}`;
}

function runFirst(keys: string, event: KeyboardEvent): boolean {
  return scopes.some(({ shortcuts }) =>
    shortcuts().some((shortcut) => shortcut.keys === keys && shortcut.run && shortcut.run(event) !== false),
  );
}

const isTaken = (target: EventTarget | null): boolean => target instanceof Element && target.closest(taken) !== null;

function changed(): void {
  groups = null;
  for (const listener of listeners) listener();
}
