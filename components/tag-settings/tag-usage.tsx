import { useQuery } from "@tanstack/react-query";
import { messages } from "./messages";
import { tagUsageQuery } from "./queries";

/** Says how many contacts a change of a tag would reach. */
export function TagUsage({ tagId }: { tagId: string }) {
  const { data, error } = useQuery(tagUsageQuery(tagId));
  return (
    <p role="status" className={error ? "text-negative text-sm" : "text-sm font-medium"}>
      {error?.message ?? (data ? messages.have(data.count, data.exact) : messages.counting)}
    </p>
  );
}
