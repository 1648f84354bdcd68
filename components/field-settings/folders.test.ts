import { expect, test } from "vitest";
import type { FieldAnswer } from "@/lib/dialects/native/custom-fields";
import { foldersOf, folderStepped, inOrder, placed, refoldered, stepped } from "./folders";

const field = (id: string, folder: string | null): FieldAnswer => ({
  id,
  folder,
  recordType: "lead",
  fieldKey: id,
  name: id,
  dataType: "text",
  options: [],
});

// As programs may have left them: in no order of folders.
const fields = [field("a", "Roof"), field("b", null), field("c", "House"), field("d", "Roof")];
const said = (list: readonly FieldAnswer[] | null) => list?.map(({ id, folder }) => `${id}:${folder ?? ""}`).join(" ");

test("fields are shown folder after folder, those without one first", () => {
  expect(foldersOf(fields).map(({ folder }) => folder)).toEqual([null, "Roof", "House"]);
  expect(said(inOrder(foldersOf(fields)))).toBe("b: a:Roof d:Roof c:House");
});

test("a field goes past the next one, or into the next folder", () => {
  expect(said(stepped(fields, "a", 1))).toBe("b: d:Roof a:Roof c:House");
  expect(said(stepped(fields, "d", 1))).toBe("b: a:Roof d:House c:House");
  expect(said(stepped(fields, "a", -1))).toBe("b: a: d:Roof c:House");
  expect([stepped(fields, "b", -1), stepped(fields, "c", 1), stepped(fields, "gone", 1)]).toEqual([null, null, null]);
});

test("a field is put beside another one, in its folder", () => {
  expect(said(placed(fields, "b", { id: "c", edge: "top" }))).toBe("a:Roof d:Roof b:House c:House");
  expect(said(placed(fields, "c", { id: "b", edge: "bottom" }))).toBe("b: c: a:Roof d:Roof");
  expect(placed(fields, "b", { id: "b", edge: "top" })).toBeNull();
});

test("a folder goes up and down, but not above those without one", () => {
  expect(said(folderStepped(fields, "House", -1))).toBe("b: c:House a:Roof d:Roof");
  expect([folderStepped(fields, "Roof", -1), folderStepped(fields, "House", 1)]).toEqual([null, null]);
});

test("a folder is renamed, joined with another, or taken away", () => {
  expect(said(refoldered(fields, "Roof", "Top"))).toBe("b: a:Top d:Top c:House");
  expect(said(refoldered(fields, "Roof", null))).toBe("a: b: d: c:House");
});
