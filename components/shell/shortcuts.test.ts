import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { showOverlay, typedAhead } from "./overlay";
import { listShortcuts, pressShortcut, registerShortcuts, type Shortcut, strokeOf } from "./shortcuts";

let clock = 0;
const taken: (() => void)[] = [];

beforeEach(() => {
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("Element", class Element {});
});
afterEach(() => {
  for (const take of taken.splice(0)) take();
  vi.unstubAllGlobals();
});

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, code: "" };

/** A key press as far as the map looks at one. Answers whether it was taken. */
function press(key: string, more: Partial<KeyboardEvent> = {}, milliseconds = 100): boolean {
  clock += milliseconds;
  const preventDefault = vi.fn<() => void>();
  const event = { ...none, key, target: null, timeStamp: clock, isComposing: false, preventDefault, ...more };
  // The rest of a browser's event is never looked at.
  pressShortcut(event as unknown as KeyboardEvent);
  return preventDefault.mock.calls.length > 0;
}

function register(name: string, shortcuts: readonly Shortcut[]): void {
  taken.push(registerShortcuts({ name, title: name }, () => shortcuts));
}

test.each([
  [{ ...none, key: "j" }, "j"],
  [{ ...none, key: "X", shiftKey: true }, "shift+x"],
  [{ ...none, key: "?", shiftKey: true }, "?"],
  [{ ...none, key: " " }, "Space"],
  [{ ...none, key: "k", metaKey: true }, "mod+k"],
  [{ ...none, key: "ArrowDown", shiftKey: true }, "shift+ArrowDown"],
  [{ ...none, key: "о", code: "KeyJ" }, "j"],
])("%j is %s", (event, stroke) => {
  expect(strokeOf(event)).toBe(stroke);
});

test("the newest scope takes a key, and may leave it to those below", () => {
  const below = vi.fn<() => void>();
  const above = vi.fn<() => boolean>(() => false);
  register("below", [{ keys: "j", description: "Down", run: below }]);
  register("above", [{ keys: "j", description: "Next", run: above }]);
  expect(press("j")).toBe(true);
  expect(above).toHaveBeenCalledOnce();
  expect(below).toHaveBeenCalledOnce();
});

test("a sequence is two keys that follow closely", () => {
  const jump = vi.fn<() => void>();
  register("app", [{ keys: "g l", description: "Go to leads", run: jump }]);
  expect(press("g")).toBe(false);
  expect(press("l")).toBe(true);
  expect(press("l")).toBe(false);
  press("g");
  expect(press("l", {}, 5000)).toBe(false);
  expect(jump).toHaveBeenCalledOnce();
});

test("nothing happens while an input method composes, or to a key that was taken", () => {
  const run = vi.fn<() => void>();
  register("app", [{ keys: "j", description: "Down", run }]);
  press("j", { isComposing: true });
  press("j", { defaultPrevented: true });
  expect(run).not.toHaveBeenCalled();
});

test("what is typed while the palette comes is kept for it, and does nothing on the page", () => {
  register("app", [{ keys: "j", description: "Down", run: vi.fn<() => void>() }]);
  showOverlay("palette");
  expect(press("j")).toBe(false);
  press("ArrowDown");
  expect(typedAhead()).toBe("j");
  showOverlay(null);
  expect(typedAhead()).toBe("");
  expect(press("j")).toBe(true);
});

test("the newest scope is asked first, and those of the whole app last", () => {
  const took: string[] = [];
  const scope = (name: string) => [{ keys: "c", description: name, run: () => void took.push(name) }];
  register("leads", scope("leads"));
  taken.push(registerShortcuts({ name: "app", title: "app", isEverywhere: true }, () => scope("app")));
  press("c");
  expect(took).toEqual(["leads"]);
});

test("the help lists scopes of one name together, and what a view answers itself", () => {
  register("leads", [{ keys: "x", description: "Select" }]);
  register("leads", [{ keys: "e", description: "Edit" }]);
  expect(press("x")).toBe(false);
  expect(listShortcuts()).toMatchObject([
    { name: "leads", shortcuts: [{ description: "Edit" }, { description: "Select" }] },
  ]);
});
