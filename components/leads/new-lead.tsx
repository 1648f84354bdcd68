"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useUndoable } from "@/components/fields/use-undoable";
import { write } from "@/components/fields/write";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogCancel } from "@/components/ui/dialog";
import { Dot } from "@/components/ui/dot";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { isFailedRequest } from "@/lib/client/api";
import type { LeadAnswer } from "@/lib/dialects/native/lead-record";
import { fieldLabels } from "@/lib/leads/query/model/field-messages";
import { readContent } from "./edit/read-content";
import { choicesOf, type FilterChoices } from "./filter/fields";
import { laterMessages } from "./later-messages";
import { messages } from "./messages";

type NewLeadProps = {
  known: FilterChoices;
  /** Told which lead was made. */
  onAdded: (leadId: string) => void;
  onClose: () => void;
};

/** What may have changed when there is a lead more. */
const refreshed = ["leads", "board", "overview"];

/** Asks for what a lead begins with. What the server does not take is said at its field, and nothing is lost. */
export function NewLead({ known, onAdded, onClose }: NewLeadProps) {
  const client = useQueryClient();
  const offerUndo = useUndoable();
  const stages = choicesOf("stage", known) ?? [];
  const [stageId, setStageId] = useState(stages[0]?.value ?? "");
  const [problem, setProblem] = useState<string | null>(null);
  const currency = known.choices?.currency ?? "USD";
  const add = useMutation({
    mutationFn: (body: object) => write<LeadAnswer>("/api/app/leads", { method: "POST", body }),
    onSuccess: (lead) => {
      offerUndo({ title: laterMessages.added(lead.name), answers: [lead] });
      for (const key of refreshed) void client.invalidateQueries({ queryKey: [key] });
      onClose();
      onAdded(lead.id);
    },
  });
  const failed = isFailedRequest(add.error) ? add.error : null;
  const errorOf = (...names: string[]) => names.map((name) => failed?.fields[name]).find(Boolean);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = (name: string) => {
      const value = form.get(name);
      return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
    };
    const value = readContent("money", said("value") ?? "", { currency, isRequired: false });
    setProblem("problem" in value ? value.problem : null);
    if ("problem" in value) return;
    add.mutate({
      name: said("name") ?? "",
      ...(stageId && { stageId }),
      valueMinor: value.content,
      contact: {
        name: said("contactName"),
        companyName: said("companyName"),
        email: said("email"),
        phone: said("phone"),
      },
    });
  };
  return (
    <Dialog title={messages.add} open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field
          label={fieldLabels.name}
          name="name"
          placeholder={laterMessages.addPlaceholder}
          required
          autoFocus
          maxLength={255}
          error={errorOf("name")}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={fieldLabels.contactName} name="contactName" maxLength={255} autoComplete="off" />
          <Field label={fieldLabels.companyName} name="companyName" maxLength={255} autoComplete="off" />
          <Field
            label={fieldLabels.email}
            name="email"
            type="email"
            autoComplete="off"
            error={errorOf("contact.email", "email")}
          />
          <Field label={fieldLabels.phone} name="phone" type="tel" maxLength={40} autoComplete="off" />
          <div className="flex flex-col gap-1.5">
            <span className="text-sm font-medium">{fieldLabels.stage}</span>
            <Select
              label={fieldLabels.stage}
              value={stageId}
              options={stages.map(({ value, label, color }) => ({
                value,
                label,
                mark: color && <Dot color={color} />,
              }))}
              onChange={setStageId}
            />
          </div>
          <Field
            label={laterMessages.valueIn(currency)}
            name="value"
            inputMode="decimal"
            error={problem ?? errorOf("valueMinor")}
          />
        </div>
        {failed && Object.keys(failed.fields).length === 0 && (
          <p role="alert" className="text-negative text-sm">
            {failed.message}
          </p>
        )}
        <DialogActions>
          <DialogCancel />
          <Button type="submit" variant="primary" busy={add.isPending}>
            {laterMessages.addLead}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
