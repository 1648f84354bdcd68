"use client";

import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";
import { messages } from "./messages";
import { PasswordSection } from "./password-section";
import { PersonSection } from "./person-section";
import { SecondFactorSection } from "./second-factor-section";
import { SessionsList } from "./sessions-list";
import { ThemeChoice } from "./theme-choice";

type ProfileScreenProps = {
  /** The languages that there are words in. */
  languages: readonly string[];
  children?: ReactNode;
};

/** What a person sets for themselves; `children` is what other parts of the app have to be set. */
export function ProfileScreen({ languages, children }: ProfileScreenProps) {
  return (
    <div className="max-w-160">
      <PersonSection languages={languages} />
      <Section title={messages.appearance} hint={messages.appearanceHint}>
        <ThemeChoice />
      </Section>
      {children}
      <PasswordSection />
      <SecondFactorSection />
      <SessionsList />
    </div>
  );
}
