"use client";

import { type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CheckField } from "@/components/ui/check-field";
import type { ContactRules } from "@/lib/dialects/native/contact-rules";
import { Choice } from "./choice";
import { messages } from "./messages";
import { useSaveContactRules } from "./mutations";

type Identity = keyof typeof messages.identities;

const identifiersOf: Record<Identity, ContactRules["identifiers"]> = {
  "email phone": ["email", "phone"],
  "phone email": ["phone", "email"],
  email: ["email"],
  phone: ["phone"],
};

// The names of a table are those it has.
const identities = Object.keys(identifiersOf) as Identity[];

const identityOf = ({ identifiers }: ContactRules): Identity =>
  identities.find((identity) => identifiersOf[identity].join(" ") === identifiers.join(" ")) ?? "email phone";

/** The rule on duplicates as a form: nothing holds before it is saved. */
export function ContactRulesForm({ rules }: { rules: ContactRules }) {
  const [identity, setIdentity] = useState(() => identityOf(rules));
  const [allows, setAllows] = useState(rules.allowsDuplicates);
  const save = useSaveContactRules();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save.mutate({ allowsDuplicates: allows, identifiers: identifiersOf[identity] });
  };
  return (
    <form onSubmit={submit} className="max-w-160">
      <Card>
        <div className="max-w-72">
          <Choice label={messages.identity} value={identity} words={messages.identities} onChange={setIdentity} />
        </div>
        <p className="text-ink-muted mt-1.5 text-sm">{messages.identityHints[identity]}</p>
        <div className="mt-5">
          <CheckField
            label={messages.allowsDuplicates}
            hint={messages.allowsDuplicatesHint}
            checked={allows}
            onChange={setAllows}
          />
        </div>
        <div className="mt-4 flex justify-end">
          <Button type="submit" variant="primary" busy={save.isPending}>
            {messages.save}
          </Button>
        </div>
      </Card>
    </form>
  );
}
