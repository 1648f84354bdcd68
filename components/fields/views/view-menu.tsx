"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Check, Pencil, Trash2, UserRound, UsersRound } from "lucide-react";
import { type ReactElement, useState } from "react";
import { useUndoable } from "@/components/fields/use-undoable";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogCancel } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/client/api";
import type { ViewAnswer } from "@/lib/dialects/native/views";
import { viewMessages as messages } from "./messages";
import { viewsQuery } from "./queries";

type ViewMenuProps = { trigger: ReactElement; saved: ViewAnswer; onDeleted: () => void };

/** What can be done with a saved view. */
export function ViewMenu({ trigger, saved, onDeleted }: ViewMenuProps) {
  const client = useQueryClient();
  const offerUndo = useUndoable();
  const [asked, setAsked] = useState<"rename" | "delete" | null>(null);
  const [name, setName] = useState(saved.name);
  const change = useMutation({
    mutationFn: (request: { path: string; method: "PATCH" | "PUT" | "DELETE"; body?: object }) =>
      api<object>(`/api/app/views/${request.path}`, { method: request.method, body: request.body }),
    onSuccess: async (answer, { method }) => {
      setAsked(null);
      if (method === "DELETE") {
        onDeleted();
        offerUndo({ title: messages.deleted(saved.name), answers: [answer] });
      }
      await client.invalidateQueries(viewsQuery(saved.kind));
    },
    onError: (error) =>
      showToast({ tone: "negative", title: messages.saveFailed(saved.name), description: error.message }),
  });
  const patch = (body: object) => change.mutate({ path: saved.id, method: "PATCH", body });
  const chooseDefault = (viewId: string | null) =>
    change.mutate({ path: "default", method: "PUT", body: { kind: saved.kind, viewId } });
  return (
    <>
      <Menu trigger={trigger}>
        <MenuItem onClick={() => chooseDefault(saved.isDefault ? null : saved.id)}>
          {saved.isDefault ? <Check aria-hidden /> : <span className="size-4" />}
          {saved.isDefault ? messages.isDefault : messages.makeDefault}
        </MenuItem>
        {saved.changeable && (
          <>
            <MenuItem onClick={() => setAsked("rename")}>
              <Pencil aria-hidden />
              {messages.rename}
            </MenuItem>
            <MenuItem onClick={() => patch({ shared: !saved.shared })}>
              {saved.shared ? <UserRound aria-hidden /> : <UsersRound aria-hidden />}
              {saved.shared ? messages.unshare : messages.share}
            </MenuItem>
            <MenuSeparator />
            <MenuItem onClick={() => setAsked("delete")}>
              <Trash2 aria-hidden />
              {messages.delete}
            </MenuItem>
          </>
        )}
      </Menu>
      <Dialog title={messages.renameTitle} open={asked === "rename"} onOpenChange={() => setAsked(null)}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== "") patch({ name: name.trim() });
          }}
        >
          <Field
            label={messages.name}
            value={name}
            maxLength={100}
            required
            autoFocus
            onChange={(event) => setName(event.target.value)}
          />
          <DialogActions>
            <DialogCancel />
            <Button type="submit" variant="primary" busy={change.isPending}>
              {messages.rename}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
      <Dialog
        title={messages.deleteTitle(saved.name)}
        description={saved.shared ? messages.deleteShared : messages.deleteHint}
        open={asked === "delete"}
        onOpenChange={() => setAsked(null)}
      >
        <DialogActions>
          <DialogCancel />
          <Button
            variant="danger"
            busy={change.isPending}
            onClick={() => change.mutate({ path: saved.id, method: "DELETE" })}
          >
            {messages.delete}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
