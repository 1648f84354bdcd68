import type { ReactNode } from "react";
import { Wordmark } from "@/components/ui/brand-mark";

/** The one thing to do on a page outside the app: a card under the wordmark. */
export function SignInPanel({
  title,
  hint,
  children,
  foot,
}: {
  title: string;
  hint?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
}) {
  return (
    <div className="flex w-full max-w-90 flex-col items-center gap-6">
      <Wordmark />
      <section className="border-line bg-raised shadow-card w-full rounded-xl border p-6">
        <h1 className="text-xl font-semibold">{title}</h1>
        {hint && <p className="text-ink-muted mt-1 text-sm">{hint}</p>}
        <div className="mt-5">{children}</div>
      </section>
      {foot}
    </div>
  );
}
