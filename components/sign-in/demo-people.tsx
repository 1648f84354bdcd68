"use client";

import { Avatar } from "@/components/ui/avatar";
import type { DemoPerson } from "@/lib/config/demo-people";
import { messages } from "./messages";

type DemoPeopleProps = { people: DemoPerson[]; busy: boolean; onChoose: (person: DemoPerson) => void };

/** The people of a demo installation: one press fills in their name and password and signs in. */
export function DemoPeople({ people, busy, onChoose }: DemoPeopleProps) {
  return (
    <section
      aria-labelledby="demo-people"
      className="border-line bg-sunken -mx-6 mt-2 -mb-6 rounded-b-xl border-t px-6 pt-4 pb-4"
    >
      <h2 id="demo-people" className="text-sm font-medium">
        {messages.demoTitle}
      </h2>
      <p className="text-ink-muted text-sm">{messages.demoHint}</p>
      <ul className="-mx-2 mt-2 flex flex-col">
        {people.map((person) => (
          <li key={person.username}>
            <button
              type="button"
              disabled={busy}
              onClick={() => onChoose(person)}
              className="hover:bg-hover flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left text-sm transition-colors disabled:opacity-50"
            >
              <Avatar name={person.name} />
              <span className="min-w-0 flex-1 truncate">
                <span className="sr-only">{messages.demoUse} </span>
                {person.name} <span className="text-ink-faint">{person.username}</span>
              </span>
              <span className="text-ink-faint shrink-0 text-xs">{messages.roles[person.role]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
