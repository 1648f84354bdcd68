import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { messages } from "./messages";
import { type AuditSearch, peopleQuery } from "./queries";

type AuditFiltersProps = { search: AuditSearch; onChange: (search: Partial<AuditSearch>) => void };

/** By whom, of what kind and when: what the log is narrowed to. */
export function AuditFilters({ search, onChange }: AuditFiltersProps) {
  const people = useQuery(peopleQuery()).data?.members ?? [];
  return (
    <fieldset className="mb-3 grid grid-cols-4 gap-3 max-lg:grid-cols-2">
      <legend className="sr-only">{messages.filters}</legend>
      <Labelled label={messages.person}>
        {(id) => (
          <NativeSelect id={id} value={search.actor} onChange={({ target }) => onChange({ actor: target.value })}>
            <option value="">{messages.anybody}</option>
            {people.map(({ userId, name }) => (
              <option key={userId} value={userId}>
                {name}
              </option>
            ))}
            <option value="programs">{messages.programs}</option>
            <option value="system">{messages.system}</option>
          </NativeSelect>
        )}
      </Labelled>
      <Labelled label={messages.kind}>
        {(id) => (
          <NativeSelect id={id} value={search.kind} onChange={({ target }) => onChange({ kind: target.value })}>
            <option value="">{messages.everything}</option>
            {Object.entries(messages.kinds).map(([kind, label]) => (
              <option key={kind} value={kind}>
                {label}
              </option>
            ))}
          </NativeSelect>
        )}
      </Labelled>
      {(["from", "to"] as const).map((end) => (
        <Labelled key={end} label={messages[end]}>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={search[end]}
              onChange={({ target }) => onChange({ [end]: target.value })}
            />
          )}
        </Labelled>
      ))}
    </fieldset>
  );
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children(id)}
    </div>
  );
}
