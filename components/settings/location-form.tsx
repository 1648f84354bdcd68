"use client";

import { type SubmitEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { isFailedRequest } from "@/lib/client/api";
import type { LocationSettingsAnswer } from "@/lib/dialects/native/location-settings";
import { messages } from "./messages";
import { useSaveLocationSettings } from "./mutations";
import { type NamedCode, useBrowserLists } from "./use-browser-lists";
import { ZoneField } from "./zone-field";

/** The settings of the location as a form: nothing holds before it is saved. */
export function LocationForm({ settings: { hasLeads, ...saved } }: { settings: LocationSettingsAnswer }) {
  const [settings, setSettings] = useState(saved);
  const save = useSaveLocationSettings();
  const lists = useBrowserLists();
  const change = (changes: Partial<typeof settings>) => setSettings({ ...settings, ...changes });
  const fields = isFailedRequest(save.error) ? save.error.fields : {};
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save.mutate(settings);
  };
  return (
    <form noValidate onSubmit={submit} className="max-w-160">
      <Card>
        <div className="flex flex-col gap-4">
          <Field
            label={messages.locationName}
            value={settings.name}
            maxLength={200}
            error={fields.name}
            onChange={(event) => change({ name: event.target.value })}
          />
          <ZoneField
            label={messages.zone}
            value={settings.timeZone}
            disabled={hasLeads}
            hint={hasLeads ? messages.zoneStays : messages.zoneHint}
            error={fields.timeZone}
            onChange={(timeZone) => change({ timeZone })}
          />
          <CodeField
            label={messages.currency}
            hint={messages.currencyHint}
            value={settings.currency}
            codes={lists?.currencies}
            onChange={(currency) => change({ currency })}
          />
          <CodeField
            label={messages.country}
            hint={messages.countryHint}
            value={settings.country}
            codes={lists?.countries}
            onChange={(country) => change({ country })}
          />
          <Button type="submit" variant="primary" className="self-end" busy={save.isPending}>
            {messages.save}
          </Button>
        </div>
      </Card>
    </form>
  );
}

type CodeFieldProps = {
  label: string;
  hint: string;
  value: string;
  /** What there is to choose from; undefined until it is known. */
  codes: NamedCode[] | undefined;
  onChange: (value: string) => void;
};

function CodeField({ label, hint, value, codes = [], onChange }: CodeFieldProps) {
  const id = useId();
  const isListed = codes.some(({ code }) => code === value);
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <NativeSelect
        id={id}
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      >
        {!isListed && <option value={value}>{value}</option>}
        {codes.map(({ code, name }) => (
          <option key={code} value={code}>
            {name} ({code})
          </option>
        ))}
      </NativeSelect>
      <p id={`${id}-hint`} className="text-ink-muted text-sm">
        {hint}
      </p>
    </div>
  );
}
