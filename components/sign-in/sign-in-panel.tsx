import type { ReactNode } from "react";
import { Wordmark } from "@/components/shell/brand-mark";

/** The one thing to do on a page outside the app: a card under the wordmark. */
export function SignInPanel({ title, hint, children, foot }: { title: string; hint?: ReactNode; children: ReactNode; foot?: ReactNode }) {
  return (
    <div className="flex w-full max-w-90 flex-col items-center gap-6">
      <Wordmark />
      <section className="w-full rounded-xl border border-line bg-raised p-6 shadow-card">
        <h1 className="text-xl font-semibold">{title}</h1>
        {hint && <p className="mt-1 text-sm text-ink-muted">{hint}</p>}
        <div className="mt-5">{children}</div>
      </section>
      {foot}
    </div>
  );
}
