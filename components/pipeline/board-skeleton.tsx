import { Skeleton } from "@/components/ui/skeleton";

/** Cards that are on their way. */
export const CardSkeletons = ({ count }: { count: number }) => (
  <div className="flex flex-1 flex-col gap-2 overflow-hidden px-2 pt-0.5" aria-busy>
    {Array.from({ length: count }, (_, index) => index).map((place) => (
      <div key={place} className="border-line bg-raised flex flex-col gap-2.5 rounded-lg border p-3">
        <Skeleton className="w-3/4" />
        <Skeleton className="w-1/2" />
        <Skeleton className="w-1/3" />
      </div>
    ))}
  </div>
);

/** A board that is on its way. */
export const BoardSkeleton = () => (
  <div aria-busy className="flex min-h-0 flex-1 gap-3 overflow-hidden p-4 md:px-6">
    {[4, 3, 2, 3, 1].map((count, place) => (
      // oxlint-disable-next-line react/no-array-index-key -- they are all alike, and stay where they are
      <div key={place} className="bg-sunken flex w-full shrink-0 flex-col gap-2 rounded-xl pt-3 md:w-72">
        <Skeleton className="mx-3 w-28" />
        <CardSkeletons count={count} />
      </div>
    ))}
  </div>
);
