import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { instant, known, momentOf, pathId } from "./fields";

export const WorkflowPath = z.object({ contactId: pathId, workflowId: pathId });
export const EnrolmentBody = known({ eventStartTime: instant.nullish() });

/** When an enrolment starts; undefined means now. */
export const startOf = ({ eventStartTime }: z.infer<typeof EnrolmentBody>, { location }: Context): Date | undefined =>
  eventStartTime ? momentOf(eventStartTime, location.timeZone) : undefined;
