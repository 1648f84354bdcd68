"use client";

import { type ReactElement, type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogCancel } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { isFailedRequest } from "@/lib/client/api";
import type { InviteMemberBody, MembersAnswer } from "@/lib/dialects/native/members";
import { messages } from "./messages";
import { useInviteMember } from "./mutations";
import { optionsOf, teamOptionsOf } from "./options";

type InviteDialogProps = {
  teams: MembersAnswer["teams"];
  /** Whether mail is not sent, but kept to be read in the outbox. */
  keepsMail: boolean;
  trigger: ReactElement;
};

/** Asks whom to invite, and what they may do and see. */
export function InviteDialog({ teams, keepsMail, trigger }: InviteDialogProps) {
  const [isOpen, setOpen] = useState(true);
  return (
    <Dialog
      title={messages.inviteTitle}
      description={keepsMail ? `${messages.inviteHint} ${messages.inviteKept}` : messages.inviteHint}
      trigger={trigger}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <InviteForm teams={teams} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

const blank = { name: "", email: "", role: "rep", visibility: "all", teamId: null } as const;

function InviteForm({ teams, onDone }: Pick<InviteDialogProps, "teams"> & { onDone: () => void }) {
  const [person, setPerson] = useState<InviteMemberBody>(blank);
  const invite = useInviteMember();
  const change = (changes: Partial<typeof person>) => setPerson({ ...person, ...changes });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    invite.mutate(person, { onSuccess: onDone });
  };
  const fields = isFailedRequest(invite.error) ? invite.error.fields : {};
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Field
        label={messages.name}
        value={person.name}
        maxLength={200}
        autoComplete="off"
        autoFocus
        onChange={(event) => change({ name: event.target.value })}
        error={fields.name}
      />
      <Field
        label={messages.email}
        type="email"
        value={person.email}
        maxLength={320}
        autoComplete="off"
        onChange={(event) => change({ email: event.target.value })}
        error={fields.email ?? (fields.name ? null : invite.error?.message)}
      />
      <div className="grid grid-cols-2 gap-4">
        <SelectField
          label={messages.role}
          value={person.role}
          options={optionsOf(messages.roles)}
          onChange={(role) => change({ role })}
        />
        <SelectField
          label={messages.sees}
          value={person.visibility ?? blank.visibility}
          options={optionsOf(messages.visibilities)}
          onChange={(visibility) => change({ visibility })}
        />
      </div>
      {teams.length > 0 && (
        <SelectField
          label={messages.team}
          value={person.teamId ?? ""}
          options={teamOptionsOf(teams)}
          onChange={(teamId) => change({ teamId: teamId || null })}
        />
      )}
      <DialogActions>
        <DialogCancel />
        <Button type="submit" variant="primary" busy={invite.isPending}>
          {messages.sendInvitation}
        </Button>
      </DialogActions>
    </form>
  );
}
