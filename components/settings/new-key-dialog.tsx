"use client";

import { Plus } from "lucide-react";
import { type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { DialogActions, DialogCancel } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { isFailedRequest } from "@/lib/client/api";
import { Choice } from "./choice";
import { messages } from "./messages";
import { useCreateKey } from "./mutations";
import { NewSecretDialog } from "./new-secret-dialog";

type Speaker = keyof typeof messages.speakers;
type Expiry = keyof typeof messages.expiries;

/** Makes a key, and shows its secret this once. */
export function NewKeyDialog() {
  const create = useCreateKey();
  return (
    <NewSecretDialog
      title={messages.newKeyTitle}
      madeTitle={messages.keyMadeTitle}
      making={create}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden />
          {messages.newKey}
        </Button>
      }
    >
      <KeyForm create={create} />
    </NewSecretDialog>
  );
}

function KeyForm({ create }: { create: ReturnType<typeof useCreateKey> }) {
  const [name, setName] = useState("");
  const [speaksFor, setSpeaksFor] = useState<Speaker>("location");
  const [expiry, setExpiry] = useState<Expiry>("never");
  const [isMissing, setIsMissing] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsMissing(name.trim() === "");
    if (name.trim() !== "")
      create.mutate({ name, speaksFor, expiresInDays: expiry === "never" ? null : Number(expiry) });
  };
  const refused = isFailedRequest(create.error) ? (create.error.fields.name ?? create.error.message) : null;
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Field
        label={messages.keyName}
        hint={messages.keyNameHint}
        value={name}
        maxLength={100}
        autoFocus
        onChange={(event) => setName(event.target.value)}
        error={isMissing ? messages.keyNameMissing : refused}
      />
      <div className="grid grid-cols-2 gap-4">
        <Choice label={messages.speaksFor} value={speaksFor} words={messages.speakers} onChange={setSpeaksFor} />
        <Choice label={messages.expires} value={expiry} words={messages.expiries} onChange={setExpiry} />
      </div>
      <DialogActions>
        <DialogCancel />
        <Button type="submit" variant="primary" busy={create.isPending}>
          {messages.createKey}
        </Button>
      </DialogActions>
    </form>
  );
}
