"use client";

import { SearchX } from "lucide-react";
import { useState } from "react";
import { KeyCaps } from "@/components/shell/key-caps";
import { turnShortcuts } from "@/components/shell/shortcuts";
import { useShortcutList, useShortcutsOn } from "@/components/shell/use-shortcuts";
import { classes } from "@/components/ui/classes";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { StateMessage } from "@/components/ui/state-message";
import { Switch } from "@/components/ui/switch";
import { helpMessages as messages } from "./messages";
import { helpGroups } from "./rows";

/** What the keys do on the screen below, and whether single keys do anything. */
export function HelpSheet({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const groups = helpGroups(useShortcutList(), typed);
  const isOn = useShortcutsOn();
  return (
    <Dialog
      title={messages.title}
      description={messages.hint}
      size="wide"
      open
      onOpenChange={(open) => !open && onClose()}
    >
      <Input
        type="search"
        autoFocus
        aria-label={messages.search}
        placeholder={messages.search}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <div
        className="scroll-fade mt-4 max-h-[min(56dvh,34rem)] min-h-40 overflow-y-auto"
        tabIndex={0}
        role="group"
        aria-label={messages.title}
      >
        {groups.length === 0 && <StateMessage live icon={<SearchX />} title={messages.nothing(typed)} />}
        <div className={classes("gap-x-10", groups.length > 1 && "md:columns-2")}>
          {groups.map(({ title, rows }) => (
            <section key={title} className="mb-5 break-inside-avoid-column">
              <h3 className="text-ink-faint mb-1 text-xs font-medium">{title}</h3>
              <dl>
                {rows.map(({ description, keys }) => (
                  <div key={description} className="flex min-h-7 items-center justify-between gap-4 text-sm">
                    <dt className="min-w-0">{description}</dt>
                    <dd className="flex shrink-0 items-center gap-1.5">
                      {keys.map((each, place) => (
                        <span key={each} className="flex items-center gap-1.5">
                          {place > 0 && <span className="text-ink-faint text-xs">{messages.or}</span>}
                          <KeyCaps keys={each} />
                        </span>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
      <div className="border-line mt-4 border-t pt-4">
        <Switch label={messages.singleKeys} hint={messages.singleKeysHint} checked={isOn} onChange={turnShortcuts} />
      </div>
    </Dialog>
  );
}
