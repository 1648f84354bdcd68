"use client";

import { Avatar } from "@/components/ui/avatar";
import { messages } from "./messages";

/** A person of the demo company, with the password that the demo gave them. */
export type DemoPerson = { username: string; name: string; password: string; role: "admin" | "manager" | "rep"; location: string };

type DemoPeopleProps = { people: DemoPerson[]; busy: boolean; onChoose: (person: DemoPerson) => void };

/** The people of a demo installation: one press fills in their name and password and signs in. */
export function DemoPeople({ people, busy, onChoose }: DemoPeopleProps) {
  return (
    <section aria-labelledby="demo-people" className="-mx-6 mt-2 -mb-6 rounded-b-xl border-t border-line bg-sunken px-6 pt-4 pb-4">
      <h2 id="demo-people" className="text-sm font-medium">
        {messages.demoTitle}
      </h2>
      <p className="text-sm text-ink-muted">{messages.demoHint}</p>
      <ul className="-mx-2 mt-2 flex flex-col">
        {people.map((person) => (
          <li key={person.username}>
            <button
              type="button"
              disabled={busy}
              onClick={() => onChoose(person)}
              aria-label={messages.demoUse(person.name)}
              className="flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left text-sm transition-colors hover:bg-hover disabled:opacity-50"
            >
              <Avatar name={person.name} />
              <span className="min-w-0 flex-1 truncate">
                {person.name} <span className="text-ink-faint">{person.username}</span>
              </span>
              <span className="shrink-0 text-xs text-ink-faint">{messages.roles[person.role]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
