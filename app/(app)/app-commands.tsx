"use client";

import { useQueryClient } from "@tanstack/react-query";
import { CalendarPlus, ListPlus, type LucideIcon, NotebookPen, PhoneOutgoing, UserPlus } from "lucide-react";
import { type ComponentProps, type ComponentType, useState } from "react";
import { leadChoicesQuery, stagesQuery } from "@/components/fields/lead-queries";
import { compose } from "@/components/lead-record/compose";
import type { ComposerForm } from "@/components/lead-record/record-state";
import type { NewLead } from "@/components/leads/new-lead";
import { useCommands } from "@/components/shell/use-commands";
import { useOpenLead } from "@/components/shell/use-open-lead";
import { showToast } from "@/components/ui/toast";
import { appMessages as messages } from "./app-messages";

const forms: readonly [ComposerForm, LucideIcon][] = [
  ["task", ListPlus],
  ["note", NotebookPen],
  ["call", PhoneOutgoing],
  ["appointment", CalendarPlus],
];

type NewLeadProps = ComponentProps<typeof NewLead>;

/** What can be made from any screen: a lead, and what is written on one. */
export function AppCommands() {
  const client = useQueryClient();
  const openLead = useOpenLead();
  const [begun, setBegun] = useState<{ Dialog: ComponentType<NewLeadProps>; known: NewLeadProps["known"] } | null>(
    null,
  );
  const begin = async () => {
    try {
      const [module, { stages }, choices] = await Promise.all([
        import("@/components/leads/new-lead"),
        client.query(stagesQuery()),
        client.query(leadChoicesQuery()),
      ]);
      setBegun({ Dialog: module.NewLead, known: { stages, choices } });
    } catch (error) {
      const description = error instanceof Error ? error.message : undefined;
      showToast({ tone: "negative", title: messages.failed, description });
    }
  };
  useCommands({ name: "app", title: messages.title }, [
    {
      id: "lead",
      label: messages.lead,
      icon: UserPlus,
      words: messages.leadWords,
      creates: true,
      act: () => void begin(),
    },
    ...forms.map(([form, icon]) => ({
      id: form,
      label: messages.of[form],
      icon,
      creates: true,
      act: {
        ofLead: (leadId: string) => {
          openLead(leadId);
          compose(leadId, form);
        },
      },
    })),
  ]);
  return begun && <begun.Dialog known={begun.known} onClose={() => setBegun(null)} onAdded={openLead} />;
}
