import { useRouter } from "next/navigation";
import { paths } from "@/lib/client/paths";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { messages } from "./messages";
import { leadApiPath } from "./queries";
import { useWrite } from "./use-write";

/** What can be done with a lead as a whole. `onGone` is told when it was deleted. */
export function useLeadActions({ lead }: LeadRecordAnswer, onGone: () => void) {
  const { send, tell } = useWrite(lead.id);
  const router = useRouter();
  const path = leadApiPath(lead.id);
  return {
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
    close: (status: LeadRecordAnswer["lead"]["status"]) =>
      tell({
        method: "POST",
        path: "/api/app/board/moves",
        body: { leads: [{ id: lead.id, version: lead.version }], status },
        done: messages.markedAs(lead.name, messages.statuses[status]),
      }),
    remove: () =>
      void send({ method: "DELETE", path, done: messages.deleted(lead.name) }).then(
        () => onGone(),
        () => {},
      ),
  };
}
