"use client";

import { Trash2 } from "lucide-react";
import { toneOfAppointment } from "@/components/fields/appointment-tone";
import { composerMessages } from "@/components/lead-record/composer/messages";
import { messages } from "@/components/lead-record/messages";
import { leadApiPath } from "@/components/lead-record/queries";
import { IconButton } from "@/components/lead-record/timeline/note-card";
import { useWrite } from "@/components/lead-record/use-write";
import { Badge } from "@/components/ui/badge";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { wordFor } from "@/lib/kit/language";
import { sayDay, sayExactly, sayTimes } from "@/lib/kit/moment";
import { RelatedCard } from "./related-card";

/** What is and was booked with the lead, the latest first. */
export function AppointmentsCard({ record }: { record: LeadRecordAnswer }) {
  const { appointments, asOf, timeZone, lead } = record;
  const { tell } = useWrite(lead.id);
  return (
    <RelatedCard
      record={record}
      title={messages.appointments}
      form="appointment"
      empty={appointments.length === 0 ? messages.noAppointments : null}
    >
      <ul>
        {appointments.map(({ id, startsAt, endsAt, status, note, hostName }) => {
          const starts = new Date(startsAt);
          const said = `${sayDay(starts, new Date(asOf), timeZone)} ${sayTimes(starts, new Date(endsAt), timeZone)}`;
          return (
            <li key={id} className="group/note relative px-4 py-1.5 text-sm">
              <div className="flex items-center gap-2">
                <time
                  dateTime={startsAt}
                  title={sayExactly(starts, timeZone)}
                  className="figures min-w-0 flex-1 font-medium"
                >
                  {said}
                </time>
                <Badge tone={toneOfAppointment(status)}>{wordFor(messages.appointmentStatuses, status)}</Badge>
                <span className="bg-raised absolute top-0.5 right-2 pl-2 opacity-0 group-focus-within/note:opacity-100 group-hover/note:opacity-100 pointer-coarse:static pointer-coarse:-my-1.5 pointer-coarse:-mr-2 pointer-coarse:opacity-100">
                  <IconButton
                    label={messages.deleteAppointment(said)}
                    onClick={() =>
                      tell({
                        method: "DELETE",
                        path: `${leadApiPath(lead.id)}/appointments/${id}`,
                        done: composerMessages.appointmentDeleted,
                      })
                    }
                  >
                    <Trash2 aria-hidden />
                  </IconButton>
                </span>
              </div>
              <p className="text-ink-muted break-words">
                {note} {hostName && <span className="text-ink-faint">{messages.with(hostName)}</span>}
              </p>
            </li>
          );
        })}
      </ul>
    </RelatedCard>
  );
}
