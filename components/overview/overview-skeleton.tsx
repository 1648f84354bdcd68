import { Card } from "@/components/ui/card";
import { messages as uiMessages } from "@/components/ui/messages";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of the figures while they are on their way. */
export function OverviewSkeleton() {
  return (
    <Card flush aria-busy aria-label={uiMessages.loading} className="overflow-clip">
      <div className="bg-line grid grid-cols-2 gap-px @4xl:grid-cols-4">
        {["leads", "value", "won", "rate"].map((figure) => (
          <div key={figure} className="bg-raised px-4 py-4">
            <Skeleton className="w-20" />
            <Skeleton className="mt-3 h-7 w-28" />
            <Skeleton className="mt-3 w-32" />
          </div>
        ))}
      </div>
      <div className="border-line border-t p-4">
        <Skeleton className="w-32" />
        <Skeleton className="mt-4 h-32 w-full" />
      </div>
    </Card>
  );
}

/** The shape of a list of rows with a mark, a text and a time. */
export function RowsSkeleton({ rows }: { rows: number }) {
  return (
    <div aria-busy className="flex flex-col gap-3.5 px-4 py-3">
      <span className="sr-only">{uiMessages.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex items-center gap-3">
          <Skeleton className="size-6 rounded-full" />
          <Skeleton className={row % 2 === 0 ? "w-3/5" : "w-2/5"} />
          <Skeleton className="ml-auto w-12" />
        </div>
      ))}
    </div>
  );
}
