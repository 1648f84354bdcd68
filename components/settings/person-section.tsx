"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { QueryFailure } from "@/components/fields/query-failure";
import { write } from "@/components/fields/write";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { showToast } from "@/components/ui/toast";
import { isFailedRequest } from "@/lib/client/api";
import type { ProfileAnswer, ProfileBody } from "@/lib/dialects/native/profile";
import { locales } from "./locale-messages";
import { profileMessages as messages } from "./profile-messages";
import { profileQuery } from "./profile-queries";
import { useBrowserLists } from "./use-browser-lists";
import { ZoneField } from "./zone-field";

/** The person's name, time zone, and in which of the `languages` and by which customs things are written for them. */
export function PersonSection({ languages }: { languages: readonly string[] }) {
  const { data, error, refetch } = useQuery(profileQuery());
  return (
    <Section title={messages.person} hint={messages.personHint}>
      <Card>
        {error && !data ? (
          <QueryFailure error={error} title={messages.failed} onRetry={() => void refetch()} />
        ) : data ? (
          <PersonForm profile={data} languages={languages} />
        ) : (
          <Skeleton className="w-60" />
        )}
      </Card>
    </Section>
  );
}

function PersonForm({ profile, languages }: { profile: ProfileAnswer; languages: readonly string[] }) {
  const [name, setName] = useState(profile.name);
  const [timeZone, setTimeZone] = useState(profile.timeZone ?? "");
  const [locale, setLocale] = useState(profile.locale ?? "");
  const lists = useBrowserLists();
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
      <ZoneField
        label={messages.zone}
        placeholder={messages.zoneOfLocation}
        value={timeZone}
        error={fields.timeZone}
        hint={lists ? messages.zoneHint(lists.zone) : undefined}
        onChange={setTimeZone}
      />
      <div className="flex flex-col gap-1.5">
        <span className="text-sm font-medium">{messages.locale}</span>
        <Select
          label={messages.locale}
          value={locale}
          options={[
            { value: "", label: messages.asBrowser },
            ...(known ? [] : [{ value: locale, label: locale }]),
            ...locales.map(({ value, label }) => ({
              value,
              label: languages.some((language) => value.startsWith(`${language}-`))
                ? label
                : messages.numbersOnly(label),
            })),
          ]}
          onChange={setLocale}
        />
        {lists && <p className="figures text-ink-muted text-sm">{exampleOf(locale || lists.locale)}</p>}
      </div>
      <Button type="submit" variant="primary" className="self-end" busy={save.isPending}>
        {messages.save}
      </Button>
    </form>
  );
}

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
    mutationFn: (body: ProfileBody) => write<ProfileAnswer>("/api/app/profile", { method: "PATCH", body }),
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
