"use client";

import { Plus } from "lucide-react";
import { type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { isFailedRequest } from "@/lib/client/api";
import { Choice } from "./choice";
import { messages } from "./messages";
import { useCreateIntegration } from "./mutations";
import { ScopeChoice } from "./scope-choice";
import { Secret } from "./secret";

/** Makes the token of a private integration, and shows it this once. */
export function NewIntegrationDialog() {
  const [open, setOpen] = useState(false);
  const create = useCreateIntegration();
  const change = (next: boolean) => {
    setOpen(next);
    if (next) create.reset();
  };
  return (
    <Dialog
      title={create.data ? messages.integrationMadeTitle : messages.newIntegrationTitle}
      description={create.data ? messages.keyMadeHint : undefined}
      open={open}
      onOpenChange={change}
      trigger={
        <Button>
          <Plus aria-hidden />
          {messages.newIntegration}
        </Button>
      }
    >
      {create.data ? (
        <Secret secret={create.data.secret} onDone={() => change(false)} />
      ) : (
        <IntegrationForm create={create} />
      )}
    </Dialog>
  );
}

function IntegrationForm({ create }: { create: ReturnType<typeof useCreateIntegration> }) {
  const [name, setName] = useState("");
  const [resource, setResource] = useState<keyof typeof messages.resources>("location");
  const [scopes, setScopes] = useState<string[]>([]);
  const [isTried, setIsTried] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (name.trim() !== "" && scopes.length > 0) create.mutate({ name, resource, scopes });
  };
  const refused = isFailedRequest(create.error) ? (create.error.fields.name ?? create.error.message) : null;
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Field
        label={messages.keyName}
        hint={messages.integrationNameHint}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.target.value)}
        error={isTried && name.trim() === "" ? messages.integrationNameMissing : refused}
      />
      <Choice label={messages.opens} value={resource} words={messages.resources} onChange={setResource} />
      <ScopeChoice
        chosen={scopes}
        onChange={setScopes}
        error={isTried && scopes.length === 0 ? messages.scopesMissing : null}
      />
      <DialogActions>
        <Button type="submit" variant="primary" busy={create.isPending}>
          {messages.createIntegration}
        </Button>
      </DialogActions>
    </form>
  );
}
