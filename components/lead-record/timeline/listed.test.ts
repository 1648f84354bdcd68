import { expect, test } from "vitest";
import type { TimelineEdit } from "@/components/lead-record/record-state";
import type { TimelineEntryAnswer, TimelineNoteAnswer } from "@/lib/dialects/native/lead-timeline";
import { listed } from "./listed";

const aNote = (id: string): TimelineNoteAnswer => ({
  id,
  title: null,
  color: null,
  body: id,
  authorName: "Ada",
  createdById: null,
  createdAt: "2026-03-10T22:00:00Z",
  edited: false,
  pinned: false,
  mentions: [],
});
const anEntry = (id: string, note: TimelineNoteAnswer): TimelineEntryAnswer => ({
  id,
  type: "note.created",
  kind: "notes",
  occurredAt: "2026-03-10T22:00:00Z",
  actorName: "Ada",
  fromStage: null,
  toStage: null,
  changes: [],
  note,
  call: null,
  task: null,
  appointment: null,
  file: null,
  mail: null,
});
const anEdit = (subject: TimelineNoteAnswer, entry: TimelineEntryAnswer | null): TimelineEdit => ({
  kind: "note",
  subject,
  draft: { body: "Mine", mentions: [] },
  entry,
  isGone: false,
});

const [first, second, third] = [aNote("first"), aNote("second"), aNote("third")];
const entries = [anEntry("3", third), anEntry("1", first)];

test("a note that is being changed stays where it was when it is deleted meanwhile", () => {
  const gone = anEdit(second, anEntry("2", second));
  expect(listed([{ pinned: [], entries }], [gone]).entries.map(({ id }) => id)).toEqual(["3", "2", "1"]);
  const pinned = anEdit(second, null);
  expect(listed([{ pinned: [], entries }], [pinned]).pinned).toEqual([second]);
});

test("and stands once where it is still there, also where somebody pinned it meanwhile", () => {
  const edit = anEdit(first, anEntry("1", first));
  expect(listed([{ pinned: [], entries }], [edit]).entries).toEqual(entries);
  expect(listed([{ pinned: [first], entries }], [edit])).toEqual({ pinned: [first], entries: entries.slice(0, 1) });
});
