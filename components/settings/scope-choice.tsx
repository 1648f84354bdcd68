"use client";

import { useId } from "react";
import { Button } from "@/components/ui/button";
import { integrationScopes } from "@/lib/locations/model";
import { messages } from "./messages";

type ScopeChoiceProps = { chosen: string[]; onChange: (scopes: string[]) => void; error: string | null };

/** What an integration may do: any of the scopes there are. */
export function ScopeChoice({ chosen, onChange, error }: ScopeChoiceProps) {
  const errorId = useId();
  const all = chosen.length === integrationScopes.length;
  const toggle = (scope: string) =>
    onChange(chosen.includes(scope) ? chosen.filter((other) => other !== scope) : [...chosen, scope]);
  return (
    <fieldset aria-describedby={error === null ? undefined : errorId} className="flex min-w-0 flex-col gap-1.5">
      <legend className="sr-only">{messages.scopes}</legend>
      <div className="flex items-center justify-between gap-2">
        <span aria-hidden className="text-sm font-medium">
          {messages.scopes}
        </span>
        <Button size="small" variant="quiet" onClick={() => onChange(all ? [] : [...integrationScopes])}>
          {all ? messages.noScopes : messages.allScopes}
        </Button>
      </div>
      <div className="border-line max-h-48 overflow-y-auto rounded-md border px-3 py-2">
        {integrationScopes.map((scope) => (
          <label key={scope} className="flex items-center gap-2 py-1 text-sm pointer-coarse:py-2">
            <input
              type="checkbox"
              className="accent-accent size-4"
              checked={chosen.includes(scope)}
              onChange={() => toggle(scope)}
            />
            <code className="font-mono text-xs">{scope}</code>
          </label>
        ))}
      </div>
      {error !== null && (
        <p id={errorId} role="alert" className="text-negative text-sm">
          {error}
        </p>
      )}
    </fieldset>
  );
}
