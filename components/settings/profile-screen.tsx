"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import { messages } from "./messages";
import { SessionsList } from "./sessions-list";
import { ThemeChoice } from "./theme-choice";

/** What a person sets for themselves; `children` is what other parts of the app have to be set. */
export function ProfileScreen({ children }: { children?: ReactNode }) {
  return (
    <div className="max-w-160">
      <Section title={messages.appearance} hint={messages.appearanceHint}>
        <ThemeChoice />
      </Section>
      <Section title={messages.password} hint={messages.passwordHint}>
        <Link href={paths.forgotPassword()} className={buttonClass()}>
          {messages.newPassword}
        </Link>
      </Section>
      {children}
      <SessionsList />
    </div>
  );
}
