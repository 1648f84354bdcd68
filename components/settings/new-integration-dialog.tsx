"use client";

import { Plus } from "lucide-react";
import { type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { DialogActions, DialogCancel } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { isFailedRequest } from "@/lib/client/api";
import { Choice } from "./choice";
import { messages } from "./messages";
import { useCreateIntegration } from "./mutations";
import { NewSecretDialog } from "./new-secret-dialog";
import { ScopeChoice } from "./scope-choice";

/** Makes the token of a private integration, and shows it this once. */
export function NewIntegrationDialog() {
  const create = useCreateIntegration();
  return (
    <NewSecretDialog
      title={messages.newIntegrationTitle}
      madeTitle={messages.integrationMadeTitle}
      making={create}
      trigger={
        <Button>
          <Plus aria-hidden />
          {messages.newIntegration}
        </Button>
      }
    >
      <IntegrationForm create={create} />
    </NewSecretDialog>
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
        autoFocus
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
        <DialogCancel />
        <Button type="submit" variant="primary" busy={create.isPending}>
          {messages.createIntegration}
        </Button>
      </DialogActions>
    </form>
  );
}
