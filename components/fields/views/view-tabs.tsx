"use client";

import { Ellipsis, UsersRound } from "lucide-react";
import { Button } from "@/components/ui/button";
import { OnDemand } from "@/components/ui/on-demand";
import type { ViewKind } from "@/lib/views/model";
import { viewMessages as messages } from "./messages";
import type { View, ViewBody } from "./view";

type ViewTabsProps = {
  views: readonly View[];
  view: View;
  kind: ViewKind;
  /** What the screen shows now, as a view would be saved; and whether that is not what its own view says. */
  body: ViewBody;
  isChanged: boolean;
  onChoose: (viewId: string) => void;
};

/** The views to choose from; for the one in force, what can be done with it and with what was changed. */
export function ViewTabs({ views, view, kind, body, isChanged, onChoose }: ViewTabsProps) {
  const save = (
    <Button variant="quiet" size="small" className="text-accent-ink!">
      {messages.save}
    </Button>
  );
  const menu = (
    <Button variant="quiet" size="small" iconOnly aria-label={messages.options(view.name)}>
      <Ellipsis aria-hidden />
    </Button>
  );
  const { saved } = view;
  return (
    <div className="flex min-w-0 items-center gap-1 self-stretch">
      <nav
        aria-label={messages.views}
        className="-ml-2 flex min-w-0 items-center gap-0.5 self-stretch overflow-x-auto px-px"
      >
        {views.map(({ id, name, saved: savedView }) => (
          <button
            key={id}
            type="button"
            aria-current={id === view.id ? "page" : undefined}
            onClick={() => onChoose(id)}
            className="text-ink-muted hover:text-ink aria-[current=page]:text-ink after:bg-accent relative flex h-full shrink-0 items-center gap-1.5 px-2 text-sm font-medium whitespace-nowrap outline-offset-[-2px]! after:absolute after:inset-x-2 after:bottom-0 after:h-0.5 after:opacity-0 aria-[current=page]:after:opacity-100"
          >
            {name}
            {savedView?.shared && (
              <>
                <UsersRound aria-hidden className="text-ink-faint size-3.5" />
                <span className="sr-only">, {messages.shared}</span>
              </>
            )}
          </button>
        ))}
      </nav>
      {saved && (
        <OnDemand
          key={saved.id}
          popup="menu"
          trigger={menu}
          load={() => import("./view-menu")}
          renderPanel={({ ViewMenu }) => <ViewMenu trigger={menu} saved={saved} onDeleted={() => onChoose("all")} />}
        />
      )}
      {isChanged && (
        <span className="contents max-md:hidden">
          <OnDemand
            key={`save:${view.id}`}
            popup="dialog"
            trigger={save}
            load={() => import("./save-view")}
            renderPanel={({ SaveView }) => (
              <SaveView trigger={save} saved={saved} kind={kind} body={body} onSaved={onChoose} />
            )}
          />
          <Button variant="quiet" size="small" onClick={() => onChoose(view.id)}>
            {messages.reset}
          </Button>
        </span>
      )}
    </div>
  );
}
