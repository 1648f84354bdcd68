"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useId, useState, useSyncExternalStore } from "react";
import { QueryFailure } from "@/components/fields/query-failure";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { showToast } from "@/components/ui/toast";
import { api, isFailedRequest } from "@/lib/client/api";
import type { ProfileAnswer, ProfileBody } from "@/lib/dialects/native/profile";
import { firstLocale } from "@/lib/kit/locale";
import { locales } from "./locales";
import { profileMessages as messages } from "./profile-messages";
import { profileQuery } from "./profile-queries";

/** The person's name, time zone, and how dates and numbers are written for them. */
export function PersonSection() {
  const { data, error, refetch } = useQuery(profileQuery());
  return (
    <Section title={messages.person} hint={messages.personHint}>
      <Card>
        {error && !data ? (
          <QueryFailure error={error} title={messages.failed} onRetry={() => void refetch()} />
        ) : data ? (
          <PersonForm profile={data} />
        ) : (
          <Skeleton className="w-60" />
        )}
      </Card>
    </Section>
  );
}

function PersonForm({ profile }: { profile: ProfileAnswer }) {
  const [name, setName] = useState(profile.name);
  const [timeZone, setTimeZone] = useState(profile.timeZone ?? "");
  const [locale, setLocale] = useState(profile.locale ?? "");
  const browser = useBrowserZones();
  const zoneListId = useId();
  const save = useSaveProfile();
  const fields = isFailedRequest(save.error) ? save.error.fields : {};
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save.mutate({ name, timeZone: timeZone.trim() || null, locale: locale || null });
  };
  const known = locales.some(({ value }) => value === locale) || locale === "";
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Field
        label={messages.name}
        autoComplete="name"
        value={name}
        hint={messages.signInAs(profile.username, profile.email)}
        error={fields.name}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="flex flex-col gap-1.5">
        <Field
          label={messages.zone}
          list={zoneListId}
          autoComplete="off"
          spellCheck={false}
          placeholder={messages.zoneOfLocation}
          value={timeZone}
          error={fields.timeZone}
          hint={browser ? messages.zoneHint(browser.own) : undefined}
          onChange={(event) => setTimeZone(event.target.value)}
          aside={
            browser && browser.own !== timeZone ? (
              <button
                type="button"
                onClick={() => setTimeZone(browser.own)}
                className="text-accent-ink text-sm hover:underline"
              >
                {messages.useBrowserZone}
              </button>
            ) : undefined
          }
        />
        <datalist id={zoneListId}>
          {browser?.all.map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </datalist>
      </div>
      <div className="flex flex-col gap-1.5">
        <span className="text-sm font-medium">{messages.locale}</span>
        <Select
          label={messages.locale}
          value={locale}
          options={[
            { value: "", label: messages.asBrowser },
            ...(known ? [] : [{ value: locale, label: locale }]),
            ...locales,
          ]}
          onChange={setLocale}
        />
        {browser && <p className="figures text-ink-muted text-sm">{exampleOf(locale || browser.locale)}</p>}
      </div>
      <Button type="submit" variant="primary" className="self-end" busy={save.isPending}>
        {messages.save}
      </Button>
    </form>
  );
}

type BrowserZones = { own: string; locale: string; all: string[] };

/** What the browser knows of zones, once it is there: the server's list may be another. */
const useBrowserZones = (): BrowserZones | null => useSyncExternalStore(never, readZones, () => null);

const never = () => () => {};
let read: BrowserZones | undefined;
const readZones = (): BrowserZones =>
  (read ??= {
    own: Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: firstLocale(navigator.languages),
    all: ["UTC", ...Intl.supportedValuesOf("timeZone")],
  });

/** A date, a number and an amount as a language writes them. */
function exampleOf(locale: string): string {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(
    new Date(2026, 10, 24, 14, 30),
  );
  const money = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" }).format(1234.5);
  return messages.example(date, new Intl.NumberFormat(locale).format(12_345.6), money);
}

function useSaveProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ProfileBody) => api<ProfileAnswer>("/api/app/profile", { method: "PATCH", body }),
    onSuccess: (profile) => {
      const before = client.getQueryData(profileQuery().queryKey);
      client.setQueryData(profileQuery().queryKey, profile);
      showToast({ title: messages.saved });
      // What is on screen was written the way it was.
      if (before?.locale !== profile.locale || before.timeZone !== profile.timeZone) window.location.reload();
    },
    onError: (error) => {
      // What is wrong with a field is said beside it.
      const isSaidThere = isFailedRequest(error) && Object.keys(error.fields).length > 0;
      if (!isSaidThere) showToast({ tone: "negative", title: messages.failedSave, description: error.message });
    },
  });
}
