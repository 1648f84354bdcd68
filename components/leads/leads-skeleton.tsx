import { messages as uiMessages } from "@/components/ui/messages";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of the list while it is on its way. */
export function LeadsSkeleton() {
  return (
    <div aria-busy>
      <span className="sr-only">{uiMessages.loading}</span>
      {Array.from({ length: 14 }, (_, row) => (
        <div key={row} className="border-line flex h-9 items-center gap-6 border-b px-4 md:px-6">
          <Skeleton className={row % 3 === 0 ? "w-56" : "w-44"} />
          <Skeleton className="w-40 max-md:hidden" />
          <Skeleton className="w-20 max-md:hidden" />
          <Skeleton className="ml-auto w-16" />
        </div>
      ))}
    </div>
  );
}
