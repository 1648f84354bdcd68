"use client";

import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TitleBelow } from "@/components/ui/title-below";
import { paths } from "@/lib/client/paths";
import { DropFile } from "./drop-file";
import { ImportList } from "./import-list";
import { messages } from "./messages";

/** Where an import begins, and the ones there were. */
export const ImportHomeScreen = () => (
  <>
    <PageHeader
      title={
        <TitleBelow href={paths.leads()} page={messages.back}>
          {messages.title}
        </TitleBelow>
      }
    />
    <div className="mx-auto flex max-w-200 flex-col gap-8 p-4 md:p-6">
      <DropFile />
      <Section title={messages.history} hint={messages.historyHint}>
        <ImportList />
      </Section>
    </div>
  </>
);
