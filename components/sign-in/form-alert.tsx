import { CircleAlert, CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";

/** What came of a form, above it, read out at once. */
export function FormAlert({ tone, children }: { tone: "negative" | "positive"; children: ReactNode }) {
  const Icon = tone === "negative" ? CircleAlert : CircleCheck;
  return (
    <p
      role="alert"
      className={classes(
        "flex gap-2 rounded-md p-2.5 text-sm",
        tone === "negative" ? "bg-negative-wash text-negative" : "bg-positive-wash text-positive",
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
