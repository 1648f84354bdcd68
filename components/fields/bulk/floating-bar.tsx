import type { ReactNode } from "react";

/** A bar over the foot of the page, beside the navigation. */
export function FloatingBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="pointer-events-none fixed right-0 bottom-12 left-(--navigation) z-30 flex justify-center px-2 max-md:bottom-16 max-md:left-0">
      <section
        aria-label={label}
        className="bg-raised shadow-dialog pointer-events-auto flex max-w-full items-center gap-1 overflow-x-auto rounded-xl p-1.5"
      >
        {children}
      </section>
    </div>
  );
}
