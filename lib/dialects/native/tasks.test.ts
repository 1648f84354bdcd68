import { expect, test } from "vitest";
import { Invalid } from "@/lib/access/errors";
import { newId } from "@/lib/kit/id";
import { tasksInput, TasksQuery } from "./tasks";

const place = (after: string) => tasksInput(TasksQuery.parse({ after })).after;

test("a page goes on where the one before ended, and nowhere that no page can end", () => {
  const id = newId();
  expect(place(`2026-03-01T09:00:00.000Z_${id}`)).toEqual({ at: new Date("2026-03-01T09:00:00Z"), id });
  expect(place(`_${id}`)).toEqual({ at: null, id });
  const none = ["", "_", `yesterday_${id}`, `+275760-09-13T00:00:00.000Z_${id}`, `_${id}_`];
  for (const after of none) expect(() => place(after)).toThrow(Invalid);
});
