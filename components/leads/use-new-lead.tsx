import { lazy, type ReactNode, Suspense, useState } from "react";
import type { FilterChoices } from "./filter/fields";

const NewLead = lazy(() => import("./new-lead").then((module) => ({ default: module.NewLead })));

/** Adding a lead: the way to begin, and the dialog where it has begun. `onAdded` is told which lead was made. */
export function useNewLead(
  known: FilterChoices,
  onAdded: (leadId: string) => void,
): { start: () => void; dialog: ReactNode } {
  const [isOpen, setOpen] = useState(false);
  return {
    start: () => setOpen(true),
    dialog: isOpen && (
      <Suspense>
        <NewLead known={known} onAdded={onAdded} onClose={() => setOpen(false)} />
      </Suspense>
    ),
  };
}
