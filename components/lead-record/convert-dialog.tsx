"use client";

import { type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogCancel } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { isFailedRequest } from "@/lib/client/api";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { messages } from "./messages";
import { leadApiPath } from "./queries";
import { useWrite } from "./use-write";

type ConvertDialogProps = { lead: LeadRecordAnswer["lead"]; onClose: () => void };

/** Makes the person of a lead a client: who they are, as far as it is known, and whether they get a mail. */
export function ConvertDialog({ lead, onClose }: ConvertDialogProps) {
  const known = (name: string): string => {
    const value = lead.contact[name];
    return typeof value === "string" ? value : "";
  };
  const [fields, setFields] = useState({
    firstName: known("firstName"),
    lastName: known("lastName"),
    email: known("email"),
    companyName: known("companyName"),
  });
  const [sendsWelcomeMail, setSendsWelcomeMail] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { send, isBusy } = useWrite(lead.id);
  const problems = isFailedRequest(error) ? error.fields : {};
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const { companyName, ...person } = fields;
    const body = { ...person, ...(companyName && { companyName }), sendsWelcomeMail };
    try {
      await send(
        { method: "POST", path: `${leadApiPath(lead.id)}/convert`, body, done: messages.convertDone },
        () => false,
      );
      onClose();
    } catch (failure) {
      setError(failure);
    }
  };
  const labels = {
    firstName: messages.firstName,
    lastName: messages.lastName,
    email: messages.emailAddress,
    companyName: messages.companyName,
  };
  return (
    <Dialog
      open
      title={messages.convertTitle}
      description={messages.convertHint}
      onOpenChange={(open) => !open && onClose()}
    >
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        {(["firstName", "lastName", "email", "companyName"] as const).map((name) => (
          <Field
            key={name}
            label={labels[name]}
            type={name === "email" ? "email" : "text"}
            value={fields[name]}
            error={problems[name]}
            onChange={(event) => setFields({ ...fields, [name]: event.target.value })}
          />
        ))}
        <label className="flex items-center gap-2 text-sm">
          <input
            type="checkbox"
            checked={sendsWelcomeMail}
            onChange={(event) => setSendsWelcomeMail(event.target.checked)}
            className="accent-accent size-4"
          />
          {messages.sendsMail}
        </label>
        {error !== null && Object.keys(problems).length === 0 && (
          <p role="alert" className="text-negative text-sm">
            {error instanceof Error ? error.message : messages.actionFailed}
          </p>
        )}
        <DialogActions>
          <DialogCancel />
          <Button type="submit" variant="primary" busy={isBusy}>
            {messages.convert}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
