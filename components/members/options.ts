import type { SelectOption } from "@/components/ui/select";
import type { MembersAnswer } from "@/lib/dialects/native/members";
import { messages } from "./messages";

/** A list of choices from the words for them. */
export function optionsOf<Value extends string>(words: Record<Value, string>): SelectOption<Value>[] {
  // The keys of a record are what the record is of.
  return (Object.keys(words) as Value[]).map((value) => ({ value, label: words[value] }));
}

/** The teams to choose from; an empty value is none. */
export const teamOptionsOf = (teams: MembersAnswer["teams"]): SelectOption<string>[] => [
  { value: "", label: messages.noTeam },
  ...teams.map(({ id, name }) => ({ value: id, label: name })),
];
