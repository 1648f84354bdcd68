"use client";

import { Plus } from "lucide-react";
import { type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogCancel } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { isFailedRequest } from "@/lib/client/api";
import type { TeamAnswer } from "@/lib/dialects/native/members";
import { messages } from "./messages";
import { useSaveTeam } from "./mutations";

/** Asks for the name of a new team, or for another one of `team`. */
export function TeamDialog({ team }: { team?: TeamAnswer }) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const save = useSaveTeam();
  const change = (next: boolean) => {
    setOpen(next);
    setName(team?.name ?? "");
    setIsMissing(false);
    save.reset();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsMissing(name.trim() === "");
    if (name.trim() !== "") save.mutate({ id: team?.id, name }, { onSuccess: () => change(false) });
  };
  const refused = isFailedRequest(save.error) ? (save.error.fields.name ?? save.error.message) : null;
  return (
    <Dialog
      title={team ? messages.renameTeamTitle(team.name) : messages.newTeam}
      open={open}
      onOpenChange={change}
      trigger={
        team ? (
          <Button size="small" aria-label={messages.renameTeamLabel(team.name)}>
            {messages.renameTeam}
          </Button>
        ) : (
          <Button>
            <Plus aria-hidden />
            {messages.newTeam}
          </Button>
        )
      }
    >
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Field
          label={messages.teamName}
          value={name}
          maxLength={100}
          autoFocus
          onChange={(event) => setName(event.target.value)}
          error={isMissing ? messages.teamNameMissing : refused}
        />
        <DialogActions>
          <DialogCancel />
          <Button type="submit" variant="primary" busy={save.isPending}>
            {team ? messages.saveTeam : messages.createTeam}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
