"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Popover } from "@/components/ui/popover";
import { showToast } from "@/components/ui/toast";
import { api, isFailedRequest } from "@/lib/client/api";
import type { ViewAnswer } from "@/lib/dialects/native/views";
import type { ViewKind } from "@/lib/views/model";
import { viewMessages as messages } from "./messages";
import { viewsQuery } from "./queries";
import type { ViewBody } from "./view";

type SaveViewProps = {
  trigger: ReactElement;
  /** The view in force, when it is one that was saved. */
  saved: ViewAnswer | null;
  kind: ViewKind;
  /** What the screen shows. */
  body: ViewBody;
  onSaved: (viewId: string) => void;
};

/** Keeps what the screen shows: in the view in force, or as a view of its own. */
export function SaveView({ trigger, saved, kind, body, onSaved }: SaveViewProps) {
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [isShared, setShared] = useState(false);
  const save = useMutation({
    mutationFn: (isNew: boolean) =>
      isNew || !saved
        ? api<ViewAnswer>("/api/app/views", {
            method: "POST",
            body: { kind, name: name.trim(), shared: isShared, ...body },
          })
        : api<ViewAnswer>(`/api/app/views/${saved.id}`, { method: "PATCH", body }),
    onSuccess: async (view) => {
      await client.invalidateQueries(viewsQuery(kind));
      showToast({ title: messages.saved(view.name) });
      onSaved(view.id);
    },
  });
  const failed = isFailedRequest(save.error) ? save.error : null;
  return (
    <Popover defaultOpen align="start" trigger={trigger} label={messages.save} className="w-80">
      {saved?.changeable && (
        <>
          <Button variant="primary" className="w-full" busy={save.isPending} onClick={() => save.mutate(false)}>
            {messages.saveChanges}
          </Button>
          <p className="text-ink-faint mt-4 mb-2 text-xs font-medium">{messages.saveAs}</p>
        </>
      )}
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") save.mutate(true);
        }}
      >
        <Field
          label={messages.name}
          placeholder={messages.namePlaceholder}
          value={name}
          maxLength={100}
          required
          autoFocus
          error={failed?.fields["name"] ?? (failed && failed.message)}
          onChange={(event) => setName(event.target.value)}
        />
        <label className="flex items-center gap-2.5 text-sm">
          <input
            type="checkbox"
            className="accent-accent size-4"
            checked={isShared}
            onChange={(event) => setShared(event.target.checked)}
          />
          {messages.forTeam}
        </label>
        <Button
          type="submit"
          variant={saved?.changeable ? "secondary" : "primary"}
          busy={save.isPending}
          disabled={name.trim() === ""}
        >
          {messages.save}
        </Button>
      </form>
    </Popover>
  );
}
