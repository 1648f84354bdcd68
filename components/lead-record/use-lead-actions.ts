import { useRouter } from "next/navigation";
import { paths } from "@/lib/client/paths";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { messages } from "./messages";
import { leadApiPath } from "./queries";
import { useWrite } from "./use-write";

/** What can be done with a lead as a whole. */
export function useLeadActions({ lead }: LeadRecordAnswer) {
  const { send, tell, isBusy } = useWrite(lead.id);
  const router = useRouter();
  const path = leadApiPath(lead.id);
  return {
    isBusy,
    clone: () =>
      void send<{ id: string }>({
        method: "POST",
        path: `${path}/clone`,
        body: { name: messages.cloneName(lead.name), stageId: lead.stage.id },
        done: messages.cloned,
      }).then(
        ({ id }) => router.push(paths.lead(id)),
        () => {},
      ),
    archive: (archived: boolean) =>
      tell({
        method: "POST",
        path: `${path}/archive`,
        body: { archived },
        done: archived ? messages.archivedDone(lead.name) : messages.activatedDone(lead.name),
      }),
    /** Won, lost, given up or open again; with the reason where it was lost and that is known. */
    close: (status: LeadRecordAnswer["lead"]["status"], lostReasonId: string | null = null) =>
      tell({
        method: "POST",
        path: "/api/app/board/moves",
        body: { leads: [{ id: lead.id, version: lead.version }], status, lostReasonId },
        done: messages.markedAs(lead.name, messages.statuses[status]),
      }),
    /** Deletes it; `onGone` is told once it is. */
    remove: (onGone: () => void) =>
      void send({ method: "DELETE", path, done: messages.deleted(lead.name) }).then(
        () => onGone(),
        () => {},
      ),
  };
}
