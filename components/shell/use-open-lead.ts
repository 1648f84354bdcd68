import { useRouter } from "next/navigation";
import { parseAsString, useQueryState } from "nuqs";
import { useCallback } from "react";
import { paths } from "@/lib/client/paths";

/** Whether a page is one that a lead is shown beside, in the panel. */
const hasPanel = (path: string): boolean =>
  path === paths.overview() || [paths.leads(), paths.pipeline(), paths.tasks()].includes(path);

/** Answers the function that shows a lead: beside the page that is open, or on a page of its own where that is none of the lists. */
export function useOpenLead(): (leadId: string) => void {
  const router = useRouter();
  const [, setLead] = useQueryState("lead", parseAsString.withOptions({ history: "push", scroll: false }));
  return useCallback(
    (leadId: string) => {
      if (hasPanel(window.location.pathname)) void setLead(leadId);
      else router.push(paths.lead(leadId));
    },
    [router, setLead],
  );
}
