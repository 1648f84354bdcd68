"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useId, useState } from "react";
import { useUndoable } from "@/components/fields/use-undoable";
import { write } from "@/components/fields/write";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Dialog, DialogActions, DialogCancel } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { inputClass } from "@/components/ui/input";
import { SelectField } from "@/components/ui/select-field";
import { isFailedRequest } from "@/lib/client/api";
import { type CustomFieldType, customFieldTypes, takesOptions, typesFor } from "@/lib/custom-fields/model";
import type { CreateFieldBody, FieldAnswer, FieldBody } from "@/lib/dialects/native/custom-fields";
import { messages } from "./messages";
import { refreshFields } from "./queries";

type FieldDialogProps = {
  recordType: FieldAnswer["recordType"];
  /** Absent for a new one. */
  field?: FieldAnswer;
  /** The folders there are. */
  folders: readonly string[];
  onClose: () => void;
};

// No folder is called so: names have no spaces around them.
const none = " none";
const another = " another";

/** Values of these are sent by programs alone. */
const ofPrograms: readonly CustomFieldType[] = ["text_list", "files", "signature"];
const newTypes = customFieldTypes.filter((type) => !ofPrograms.includes(type));

/** Asks what a new field is like, or what is to be different of one that is there. */
export function FieldDialog({ recordType, field, folders, onClose }: FieldDialogProps) {
  const [name, setName] = useState(field?.name ?? "");
  const [dataType, setDataType] = useState<CustomFieldType>(field?.dataType ?? "text");
  const [options, setOptions] = useState(field?.options.join("\n") ?? "");
  const [folder, setFolder] = useState(field?.folder ?? none);
  const [newFolder, setNewFolder] = useState("");
  const save = useSaveField(field, onClose);
  const failed = isFailedRequest(save.error) ? save.error : null;
  const wrong = failed?.fields ?? {};
  const wrongOption = Object.entries(wrong).find(([at]) => at.startsWith("options"))?.[1];
  const types = field ? typesFor(field.dataType) : newTypes;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const words = options.split("\n").flatMap((line) => line.trim() || []);
    const given = folder === another ? newFolder.trim() : folder;
    save.mutate({
      recordType,
      name,
      dataType,
      options: takesOptions(dataType) ? words : (field?.options ?? []),
      folder: given === none || given === "" ? null : given,
    });
  };
  return (
    <Dialog
      open
      title={field ? messages.editTitle(field.name) : messages.newTitle[recordType]}
      description={field && messages.key(field.fieldKey)}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <form className="flex flex-col gap-4" onSubmit={submit}>
        <Field
          label={messages.name}
          placeholder={messages.namePlaceholder}
          value={name}
          maxLength={100}
          required
          autoFocus
          error={wrong.name}
          onChange={({ target }) => setName(target.value)}
        />
        <div className="flex flex-col gap-1.5">
          <SelectField
            label={messages.type}
            value={dataType}
            onChange={setDataType}
            options={types.map((type) => ({ value: type, label: messages.types[type] }))}
          />
          {(wrong.dataType || field) && (
            <p className={wrong.dataType ? "text-negative text-sm" : "text-ink-muted text-sm"}>
              {wrong.dataType ?? (types.length > 1 ? messages.typeChanges : messages.typeStays)}
            </p>
          )}
        </div>
        {takesOptions(dataType) && <Options value={options} error={wrongOption} onChange={setOptions} />}
        <SelectField
          label={messages.folder}
          value={folder}
          onChange={setFolder}
          options={[
            { value: none, label: messages.noFolder },
            ...folders.map((each) => ({ value: each, label: each })),
            { value: another, label: messages.newFolder },
          ]}
        />
        {folder === another && (
          <Field
            label={messages.folderName}
            value={newFolder}
            maxLength={80}
            required
            autoFocus
            error={wrong.folder}
            onChange={({ target }) => setNewFolder(target.value)}
          />
        )}
        {save.error && (!failed || Object.keys(wrong).length === 0) && (
          <p role="alert" className="text-negative text-sm">
            {save.error.message}
          </p>
        )}
        <DialogActions>
          <DialogCancel />
          <Button type="submit" variant="primary" busy={save.isPending}>
            {field ? messages.save : messages.create}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

type OptionsProps = { value: string; error: string | undefined; onChange: (value: string) => void };

function Options({ value, error, onChange }: OptionsProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {messages.options}
      </label>
      <textarea
        id={id}
        value={value}
        rows={5}
        required
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
        className={classes(inputClass, "h-auto resize-y py-1.5")}
      />
      <p id={`${id}-hint`} className={error ? "text-negative text-sm" : "text-ink-muted text-sm"}>
        {error ?? messages.optionsHint}
      </p>
    </div>
  );
}

function useSaveField(field: FieldAnswer | undefined, onSaved: () => void) {
  const client = useQueryClient();
  const offerUndo = useUndoable();
  return useMutation({
    mutationFn: ({ recordType, ...wanted }: CreateFieldBody) => {
      const body: FieldBody = wanted;
      return field
        ? write<FieldAnswer>(`/api/app/custom-fields/${field.id}`, { method: "PATCH", body })
        : write<FieldAnswer>("/api/app/custom-fields", { method: "POST", body: { recordType, ...wanted } });
    },
    onSuccess: (saved) => {
      offerUndo({ title: field ? messages.saved(saved.name) : messages.added(saved.name), answers: [saved] });
      refreshFields(client);
      onSaved();
    },
  });
}
