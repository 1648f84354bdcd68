import type { FieldAnswer } from "@/lib/dialects/native/custom-fields";

/** The fields under one heading; null: under none. */
export type Folder = { folder: string | null; fields: FieldAnswer[] };

/** The folders of fields in the order in which their first fields stand, those without one before all. */
export function foldersOf(fields: readonly FieldAnswer[]): Folder[] {
  const groups = Map.groupBy(fields, ({ folder }) => folder);
  return [...groups]
    .map(([folder, members]) => ({ folder, fields: members }))
    .toSorted((one, other) => Number(one.folder !== null) - Number(other.folder !== null));
}

/** The fields as they are shown: folder after folder. */
export const inOrder = (folders: readonly Folder[]): FieldAnswer[] => folders.flatMap(({ fields }) => fields);

/**
 * A field one place up or down: past the next one of its folder, or else into the folder before or behind.
 * Null where there is nowhere to go.
 */
export function stepped(fields: readonly FieldAnswer[], fieldId: string, by: -1 | 1): FieldAnswer[] | null {
  const shown = inOrder(foldersOf(fields));
  const place = shown.findIndex(({ id }) => id === fieldId);
  const [field, other] = [shown[place], shown[place + by]];
  if (!field || !other) return null;
  if (other.folder !== field.folder) return shown.with(place, { ...field, folder: other.folder });
  return shown.with(place, other).with(place + by, field);
}

/** A field before or behind another one, in that one's folder. */
export function placed(
  fields: readonly FieldAnswer[],
  fieldId: string,
  target: { id: string; edge: "top" | "bottom" },
): FieldAnswer[] | null {
  const shown = inOrder(foldersOf(fields));
  const field = shown.find(({ id }) => id === fieldId);
  const others = shown.filter(({ id }) => id !== fieldId);
  const place = others.findIndex(({ id }) => id === target.id);
  const neighbour = others[place];
  if (!field || !neighbour) return null;
  return others.toSpliced(target.edge === "top" ? place : place + 1, 0, { ...field, folder: neighbour.folder });
}

/** A whole folder one place up or down. Those without a folder stay before all. */
export function folderStepped(fields: readonly FieldAnswer[], folder: string, by: -1 | 1): FieldAnswer[] | null {
  const folders = foldersOf(fields);
  const place = folders.findIndex((each) => each.folder === folder);
  const [moved, other] = [folders[place], folders[place + by]];
  if (!moved || !other || other.folder === null) return null;
  return inOrder(folders.with(place, other).with(place + by, moved));
}

/** A folder under another name, or with null its fields under none. */
export const refoldered = (fields: readonly FieldAnswer[], from: string, to: string | null): FieldAnswer[] =>
  inOrder(foldersOf(fields.map((field) => (field.folder === from ? { ...field, folder: to } : field))));
