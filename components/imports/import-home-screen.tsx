"use client";

import { Section } from "@/components/ui/section";
import { DropFile } from "./drop-file";
import { ImportHeader } from "./import-header";
import { ImportList } from "./import-list";
import { messages } from "./messages";

/** Where an import begins, and the ones there were. */
export const ImportHomeScreen = () => (
  <>
    <ImportHeader />
    <div className="mx-auto flex max-w-200 flex-col gap-8 p-4 md:p-6">
      <DropFile />
      <Section title={messages.history} hint={messages.historyHint}>
        <ImportList />
      </Section>
    </div>
  </>
);
