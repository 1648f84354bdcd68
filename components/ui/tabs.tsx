"use client";

import { Tabs as BaseTabs } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

export type Tab = { value: string; label: ReactNode; content: ReactNode };

/** Parts of one subject, one shown at a time. */
export function Tabs({ tabs, value, onChange }: { tabs: Tab[]; value: string; onChange: (value: string) => void }) {
  return (
    <BaseTabs.Root value={value} onValueChange={(next: unknown) => typeof next === "string" && onChange(next)}>
      <BaseTabs.List className="border-line relative flex gap-4 border-b">
        {tabs.map((tab) => (
          <BaseTabs.Tab
            key={tab.value}
            value={tab.value}
            className="text-ink-muted hover:text-ink data-active:text-ink h-9 text-sm font-medium transition-colors select-none"
          >
            {tab.label}
          </BaseTabs.Tab>
        ))}
        <BaseTabs.Indicator className="bg-accent absolute -bottom-px left-(--active-tab-left) h-0.5 w-(--active-tab-width) transition-[left,width] duration-150" />
      </BaseTabs.List>
      {tabs.map((tab) => (
        <BaseTabs.Panel key={tab.value} value={tab.value} className="pt-4">
          {tab.content}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  );
}
