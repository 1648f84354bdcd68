"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { CSPProvider } from "@base-ui/react/csp-provider";
import { Dialog } from "@base-ui/react/dialog";
import { ArrowLeft, Search, SearchX, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { commandsVersion, listCommands, watchCommands } from "@/components/shell/commands";
import { typedAhead } from "@/components/shell/overlay";
import { useOpenLead } from "@/components/shell/use-open-lead";
import type { Viewer } from "@/components/shell/viewer";
import { buttonClass } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Spinner } from "@/components/ui/spinner";
import { StateMessage } from "@/components/ui/state-message";
import { appEntries, pageEntries } from "./app-entries";
import { type Entry, type EntryGroup, hasChoices, isOfLead } from "./entry";
import { wordsOf } from "./match";
import { paletteMessages as messages } from "./messages";
import { PaletteFoot } from "./palette-foot";
import { PaletteLine } from "./palette-line";
import { firstStep, listFor, type Step, stepTo, titleOf } from "./step";
import { leadGroup, useLeads } from "./use-leads";

type PaletteProps = {
  viewer: Viewer;
  startsWith: Parameters<typeof firstStep>[0];
  /** Told when it is gone from the screen. */
  onClosed: () => void;
};

/** One box for everything: to go somewhere, to find a lead, to do something to what is selected. */
export function Palette({ viewer, startsWith, onClosed }: PaletteProps) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(true);
  const [steps, setSteps] = useState<Step[]>(() => [firstStep(startsWith, listCommands())]);
  const [typed, setTyped] = useState(typedAhead);
  /** What is done once the palette is gone, so that what it opens gets the focus. */
  const chosen = useRef<(() => void) | null>(null);
  const step = steps.at(-1) ?? { kind: "all" };
  useSyncExternalStore(watchCommands, commandsVersion, () => 0);

  const openLead = useOpenLead();
  const asksLeads = step.kind === "lead" || step.kind === "all";
  const leads = useLeads(asksLeads, typed.trim());
  const { pages, app } = useMemo(
    () => ({ pages: pageEntries(viewer, (path) => router.push(path)), app: appEntries(viewer) }),
    [viewer, router],
  );
  const listed = listFor(step, typed, {
    commands: listCommands(),
    pages,
    app,
    leads: leadGroup(leads, typed.trim() === "", step.kind === "lead" ? step.ofLead : openLead),
  });
  const groups = listed.filter(({ items }) => items.length > 0);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  const isSearching = asksLeads && leads.isSearching;

  const goTo = (next: Step[]) => {
    setSteps(next);
    setTyped("");
  };
  const goBack = (): boolean => {
    if (steps.length > 1) goTo(steps.slice(0, -1));
    return steps.length > 1;
  };
  const choose = ({ id, label, act, stays }: Entry) => {
    if (hasChoices(act)) return goTo([...steps, { kind: "choices", title: titleOf(label), entryId: id }]);
    if (isOfLead(act)) return goTo([...steps, stepTo(label, act)]);
    if (stays) return act();
    chosen.current = act;
    setOpen(false);
  };
  const words = wordsOf(typed);
  const heading = "title" in step ? step.title : step.kind === "create" ? messages.create : null;

  return (
    // Its style elements would need the page's nonce; what they style is done by classes here.
    <CSPProvider disableStyleElements>
      <Dialog.Root
        open={isOpen}
        onOpenChange={(open, details) => {
          if (details.reason === "escape-key" && goBack()) details.cancel();
          else setOpen(open);
        }}
        onOpenChangeComplete={(open) => {
          if (open) return;
          onClosed();
          chosen.current?.();
        }}
      >
        <Dialog.Portal>
          <Dialog.Backdrop className="bg-scrim fixed inset-0 z-50 transition-opacity duration-120 data-starting-style:opacity-0" />
          <Dialog.Viewport className="fixed inset-0 z-50 flex justify-center max-md:items-end md:items-start md:px-6 md:pt-[12vh]">
            <Dialog.Popup
              aria-label={heading ?? messages.title}
              className={classes(
                "bg-raised text-ink shadow-dialog flex w-full flex-col overflow-hidden outline-none",
                "max-md:h-[85dvh] max-md:rounded-t-xl md:max-h-[min(32rem,76vh)] md:max-w-160 md:rounded-xl",
                "transition-[opacity,translate,scale] duration-120 data-starting-style:opacity-0",
                "max-md:data-starting-style:translate-y-8 md:data-starting-style:scale-98",
              )}
            >
              <Autocomplete.Root
                open
                inline
                items={groups}
                mode="none"
                filter={null}
                autoHighlight="always"
                keepHighlight
                value={typed}
                onValueChange={(next, { reason }) => reason !== "item-press" && setTyped(next)}
                itemToStringValue={({ label }: Entry) => label}
              >
                <div className="border-line flex h-13 shrink-0 items-center gap-2 border-b pr-2 pl-4">
                  {steps.length > 1 ? (
                    <button
                      type="button"
                      aria-label={messages.back}
                      onClick={goBack}
                      className={classes(buttonClass({ variant: "quiet", size: "small", iconOnly: true }), "-ml-2")}
                    >
                      <ArrowLeft aria-hidden />
                    </button>
                  ) : (
                    <Search aria-hidden className="text-ink-faint size-4 shrink-0" />
                  )}
                  {heading && (
                    <span className="bg-hover text-ink-muted max-w-40 shrink-0 truncate rounded-md px-2 py-0.5 text-sm">
                      {heading}
                    </span>
                  )}
                  <Autocomplete.Input
                    aria-label={heading ?? messages.title}
                    placeholder={placeholderOf(step)}
                    maxLength={200}
                    autoComplete="off"
                    spellCheck={false}
                    enterKeyHint="go"
                    onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => {
                      if (event.key === "Backspace" && typed === "" && goBack()) event.preventDefault();
                    }}
                    className="h-full min-w-0 flex-1 bg-transparent text-base outline-none pointer-coarse:text-lg"
                  />
                  {isSearching && <Spinner className="text-ink-faint animate-late shrink-0" />}
                  <Dialog.Close
                    aria-label={messages.close}
                    className={classes(buttonClass({ variant: "quiet", iconOnly: true }), "md:sr-only")}
                  >
                    <X aria-hidden />
                  </Dialog.Close>
                </div>
                <Autocomplete.Status className="sr-only">
                  {isSearching ? messages.searching : count === 0 ? messages.nothing(typed) : messages.found(count)}
                </Autocomplete.Status>
                <div className="scroll-fade min-h-0 flex-1 scroll-py-2 overflow-y-auto overscroll-contain p-2">
                  {count === 0 && <NothingFound typed={typed} step={step} isSearching={isSearching} />}
                  <Autocomplete.List>
                    {({ title, items }: EntryGroup) => (
                      <Autocomplete.Group key={title} items={items} className="not-last:mb-2">
                        {/* What was chosen to get here stands above already. */}
                        <Autocomplete.GroupLabel
                          className={classes(
                            "text-ink-faint px-2 pt-1.5 pb-1 text-xs font-medium",
                            step.kind !== "all" && "sr-only",
                          )}
                        >
                          {title}
                        </Autocomplete.GroupLabel>
                        <Autocomplete.Collection>
                          {(entry: Entry) => (
                            <PaletteLine key={entry.id} entry={entry} words={words} onChoose={() => choose(entry)} />
                          )}
                        </Autocomplete.Collection>
                      </Autocomplete.Group>
                    )}
                  </Autocomplete.List>
                </div>
                <PaletteFoot hasBack={steps.length > 1} />
              </Autocomplete.Root>
            </Dialog.Popup>
          </Dialog.Viewport>
        </Dialog.Portal>
      </Dialog.Root>
    </CSPProvider>
  );
}

const placeholderOf = ({ kind }: Step): string =>
  kind === "choices"
    ? messages.placeholderChoice
    : kind === "lead"
      ? messages.placeholderLead
      : kind === "create"
        ? messages.placeholderCreate
        : messages.placeholder;

/** What stands in place of lines: nothing while they are on their way, for they come at once. */
function NothingFound({ typed, step, isSearching }: { typed: string; step: Step; isSearching: boolean }) {
  if (isSearching)
    return <p className="animate-late text-ink-muted px-2 py-8 text-center text-sm">{messages.searching}</p>;
  if (typed === "" && step.kind === "lead")
    return <StateMessage title={messages.typeToFind}>{messages.nothingHint}</StateMessage>;
  if (typed === "") return <StateMessage title={messages.nothingToChoose} />;
  return (
    <StateMessage icon={<SearchX />} title={messages.nothing(typed)}>
      {(step.kind === "all" || step.kind === "lead") && messages.nothingHint}
    </StateMessage>
  );
}
