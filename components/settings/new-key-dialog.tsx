"use client";

import { Check, Copy, Plus } from "lucide-react";
import { type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { isFailedRequest } from "@/lib/client/api";
import { messages } from "./messages";
import { useCreateKey } from "./mutations";

type Speaker = keyof typeof messages.speakers;
type Expiry = keyof typeof messages.expiries;

/** Makes a key, and shows its secret this once. */
export function NewKeyDialog() {
  const [open, setOpen] = useState(false);
  const create = useCreateKey();
  const change = (next: boolean) => {
    setOpen(next);
    if (next) create.reset();
  };
  return (
    <Dialog
      title={create.data ? messages.keyMadeTitle : messages.newKeyTitle}
      description={create.data ? messages.keyMadeHint : undefined}
      open={open}
      onOpenChange={change}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden />
          {messages.newKey}
        </Button>
      }
    >
      {create.data ? <Secret secret={create.data.secret} onDone={() => change(false)} /> : <KeyForm create={create} />}
    </Dialog>
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
        onChange={(event) => setName(event.target.value)}
        error={isMissing ? messages.keyNameMissing : refused}
      />
      <div className="grid grid-cols-2 gap-4">
        <Choice label={messages.speaksFor} value={speaksFor} words={messages.speakers} onChange={setSpeaksFor} />
        <Choice label={messages.expires} value={expiry} words={messages.expiries} onChange={setExpiry} />
      </div>
      <DialogActions>
        <Button type="submit" variant="primary" busy={create.isPending}>
          {messages.createKey}
        </Button>
      </DialogActions>
    </form>
  );
}

type ChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  words: Record<Value, string>;
  onChange: (value: Value) => void;
};

function Choice<Value extends string>({ label, value, words, onChange }: ChoiceProps<Value>) {
  // The keys of a record are what the record is of.
  const values = Object.keys(words) as Value[];
  return (
    <div className="flex flex-col gap-1.5">
      <span aria-hidden className="text-sm font-medium">
        {label}
      </span>
      <Select
        label={label}
        value={value}
        options={values.map((each) => ({ value: each, label: words[each] }))}
        onChange={onChange}
      />
    </div>
  );
}

function Secret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setIsCopied(true);
  };
  return (
    <>
      <div className="border-line bg-sunken flex items-center gap-2 rounded-md border p-2 pl-3">
        <code className="min-w-0 flex-1 font-mono text-sm break-all select-all">{secret}</code>
        <Button size="small" onClick={() => void copy()}>
          {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
          <span role="status">{isCopied ? messages.copied : messages.copy}</span>
        </Button>
      </div>
      <DialogActions>
        <Button variant="primary" onClick={onDone}>
          {messages.done}
        </Button>
      </DialogActions>
    </>
  );
}
