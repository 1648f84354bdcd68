import { Tag, Users } from "lucide-react";
import { expect, test } from "vitest";
import type { Entry } from "./entry";
import { firstStep, type Listed, listFor, type Step } from "./step";

const nothing = () => {};
const page = (label: string): Entry => ({ id: `go ${label}`, label, icon: Users, act: nothing });
const listed: Listed = {
  commands: [
    {
      name: "selection",
      title: "2 selected",
      commands: [
        {
          id: "tag",
          label: "Add tag…",
          icon: Tag,
          words: "label",
          act: {
            options: ["hot", "Old"].map((tag) => ({ id: tag, label: tag, act: nothing })),
            other: (typed) => ({ id: typed, label: `New tag ${typed}`, act: nothing }),
          },
        },
        { id: "note", label: "Write a note", icon: Tag, creates: true, act: nothing },
      ],
    },
  ],
  pages: [page("Import leads"), page("Leads")],
  app: [page("Sign out")],
  leads: { title: "Leads found", items: [page("Leadbelly")] },
};

const lines = (step: Step, typed: string): string[] =>
  listFor(step, typed, listed)
    .filter(({ items }) => items.length > 0)
    .map(({ title, items }) => `${title}: ${items.map(({ label }) => label).join(", ")}`);

test("before anything is typed: what can be done here, where one was, then all else", () => {
  expect(lines({ kind: "all" }, "")).toEqual([
    "2 selected: Add tag…",
    "Leads found: Leadbelly",
    "Create: Write a note",
    "Go to: Import leads, Leads",
    "This app: Sign out",
  ]);
});

test("of what was typed: what begins with it first, and leads as the server found them last", () => {
  expect(lines({ kind: "all" }, "lea")).toEqual(["Go to: Leads, Import leads", "Leads found: Leadbelly"]);
  expect(lines({ kind: "all" }, " LABEL ")).toEqual(["2 selected: Add tag…", "Leads found: Leadbelly"]);
});

test("a task begins with the lead that it is for, once there is a way to add one", () => {
  const ofLead = nothing;
  const task = { id: "task", label: "Add a task…", icon: Tag, creates: true, act: { ofLead } };
  const commands = [...listed.commands, { name: "app", title: "Create", commands: [task] }];
  expect(firstStep("task", commands)).toEqual({ kind: "lead", title: "Add a task", ofLead });
  expect(firstStep("task", listed.commands)).toEqual({ kind: "create" });
  expect(firstStep("create", commands)).toEqual({ kind: "create" });
  expect(firstStep("palette", commands)).toEqual({ kind: "all" });
});

test("the create menu has what makes something, the choice of a lead only leads", () => {
  expect(lines({ kind: "create" }, "")).toEqual(["Create: Write a note"]);
  expect(lines({ kind: "lead", title: "Log a call", ofLead: nothing }, "x")).toEqual(["Leads found: Leadbelly"]);
});

test("choices are narrowed by typing; what is none of them is a new one", () => {
  const step: Step = { kind: "choices", title: "Add tag", entryId: "selection tag" };
  expect(lines(step, "")).toEqual(["Add tag: hot, Old"]);
  expect(lines(step, "ol")).toEqual(["Add tag: Old, New tag ol"]);
  expect(lines(step, "OLD")).toEqual(["Add tag: Old"]);
  expect(lines({ ...step, entryId: "gone" }, "")).toEqual([]);
});
