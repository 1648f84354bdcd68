"use client";

import { Copy } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { showToast } from "@/components/ui/toast";
import { messages } from "./messages";

/** A name and what is known under it. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="group grid grid-cols-[6.5rem_minmax(0,1fr)] gap-3 text-sm">
      <dt className="text-ink-faint truncate" title={label}>
        {label}
      </dt>
      <dd className="min-w-0 break-words whitespace-pre-line">{children}</dd>
    </div>
  );
}

type FactValueProps = { name: string; label: string; value: unknown };

/** A value as people use it: addresses can be written to, numbers called, both copied. */
export function FactValue({ name, label, value }: FactValueProps) {
  if (Array.isArray(value)) {
    return (
      <span className="flex flex-wrap gap-1">
        {value.map((part) => (
          <Badge key={String(part)}>{String(part)}</Badge>
        ))}
      </span>
    );
  }
  if (value === true) return messages.yes;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const scheme = schemes[name];
  if (!scheme) return text;
  return (
    <span className="flex items-start justify-between gap-2">
      <a href={`${scheme}:${text}`} className="text-accent-ink min-w-0 break-words hover:underline">
        {text}
      </a>
      <button
        type="button"
        aria-label={messages.copy(label)}
        onClick={() => void copy(label, text)}
        className="text-ink-faint hover:bg-hover hover:text-ink -my-0.5 inline-flex size-6 shrink-0 items-center justify-center rounded-sm opacity-0 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
      >
        <Copy aria-hidden className="size-3.5" />
      </button>
    </span>
  );
}

const schemes: Record<string, string> = { email: "mailto", phone: "tel", mobile: "tel", whatsapp: "tel" };

async function copy(label: string, text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  showToast({ title: messages.copied(label) });
}
