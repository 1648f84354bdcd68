"use client";

import { Plus, TextCursorInput } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { useKeptFocus } from "@/components/fields/use-kept-focus";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Section } from "@/components/ui/section";
import { StateMessage } from "@/components/ui/state-message";
import type { FieldAnswer } from "@/lib/dialects/native/custom-fields";
import { FieldRow } from "./field-row";
import { FolderHead } from "./folder-head";
import { foldersOf, folderStepped, placed, refoldered, stepped } from "./folders";
import { messages } from "./messages";
import { useArrangeFields } from "./use-arrange-fields";

const FieldDialog = lazy(() => import("./field-dialog").then((module) => ({ default: module.FieldDialog })));
const DeleteField = lazy(() => import("./delete-field").then((module) => ({ default: module.DeleteField })));

type FieldsCardProps = { recordType: FieldAnswer["recordType"]; fields: readonly FieldAnswer[] };
type Asked = { about: "new" } | { about: "edit" | "delete"; field: FieldAnswer };

/** The custom fields of leads, or of contacts, folder by folder. */
export function FieldsCard({ recordType, fields }: FieldsCardProps) {
  const list = useRef<HTMLUListElement>(null);
  const keepFocus = useKeptFocus(list);
  const arrange = useArrangeFields(recordType);
  const [asked, setAsked] = useState<Asked | null>(null);
  const folders = foldersOf(fields);
  const names = folders.flatMap(({ folder }) => folder ?? []);
  const close = () => setAsked(null);
  const put = (next: FieldAnswer[] | null, done: string) => next && arrange({ fields: next, done });
  /** By its buttons, which keep the focus. */
  const move = (next: FieldAnswer[] | null, row: string, name: string, by: -1 | 1) => {
    if (!next) return;
    put(next, messages.moved(name));
    keepFocus({ row, place: rowsOf(next).indexOf(row), by });
  };
  const drop = (dragged: string, target: Parameters<typeof placed>[2]) => {
    const name = fields.find(({ id }) => id === dragged)?.name ?? "";
    put(placed(fields, dragged, target), messages.moved(name));
  };
  const lastOfAll = folders.at(-1)?.fields.at(-1)?.id;
  const firstOfAll = folders[0]?.fields[0]?.id;
  return (
    <Section
      title={messages.of[recordType]}
      hint={messages.hints[recordType]}
      action={
        <Button aria-label={messages.addLabel[recordType]} onClick={() => setAsked({ about: "new" })}>
          <Plus aria-hidden />
          {messages.add}
        </Button>
      }
    >
      <Card flush className="p-2">
        {fields.length === 0 ? (
          <StateMessage icon={<TextCursorInput />} title={messages.noneTitle}>
            {messages.noneHint}
          </StateMessage>
        ) : (
          <ul ref={list} aria-label={messages.of[recordType]} className="flex flex-col gap-0.5">
            {folders.flatMap(({ folder, fields: members }, place) => [
              ...(folder === null
                ? []
                : [
                    <FolderHead
                      key={headOf(folder)}
                      row={headOf(folder)}
                      folder={folder}
                      others={names.filter((name) => name !== folder)}
                      isFirst={place === 0 || folders[place - 1]?.folder === null}
                      isLast={place === folders.length - 1}
                      onMove={(by) => move(folderStepped(fields, folder, by), headOf(folder), folder, by)}
                      onRename={(to) => put(refoldered(fields, folder, to), messages.renamed(to))}
                      onDissolve={() => put(refoldered(fields, folder, null), messages.dissolved(folder))}
                    />,
                  ]),
              ...members.map((field) => (
                <FieldRow
                  key={field.id}
                  field={field}
                  isFirst={field.id === firstOfAll && folder === null}
                  isLast={field.id === lastOfAll}
                  onEdit={() => setAsked({ about: "edit", field })}
                  onDelete={() => setAsked({ about: "delete", field })}
                  onMove={(by) => move(stepped(fields, field.id, by), field.id, field.name, by)}
                  onDrop={(dragged, edge) => drop(dragged, { id: field.id, edge })}
                />
              )),
            ])}
          </ul>
        )}
      </Card>
      <Suspense>
        {asked?.about === "new" && <FieldDialog recordType={recordType} folders={names} onClose={close} />}
        {asked?.about === "edit" && (
          <FieldDialog recordType={recordType} field={asked.field} folders={names} onClose={close} />
        )}
        {asked?.about === "delete" && <DeleteField field={asked.field} onClose={close} />}
      </Suspense>
    </Section>
  );
}

const headOf = (folder: string): string => `folder ${folder}`;

/** The rows of the list from top to bottom. */
const rowsOf = (fields: readonly FieldAnswer[]): string[] =>
  foldersOf(fields).flatMap(({ folder, fields: members }) => [
    ...(folder === null ? [] : [headOf(folder)]),
    ...members.map(({ id }) => id),
  ]);
