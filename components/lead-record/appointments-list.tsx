import { CalendarCheck } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { StateMessage } from "@/components/ui/state-message";
import type { LeadRecordAnswer } from "@/lib/dialects/native/leads";
import { sayDay, sayExactly, sayTime } from "@/lib/kit/moment";
import { messages } from "./messages";

/** What is and was booked with the lead, the latest first. */
export function AppointmentsList({ record: { appointments, asOf, timeZone } }: { record: LeadRecordAnswer }) {
  return (
    <Card title={messages.appointments} flush className="pb-2">
      {appointments.length === 0 ? (
        <StateMessage icon={<CalendarCheck />} title={messages.noAppointments} className="py-8" />
      ) : (
        <ul>
          {appointments.map(({ id, startsAt, endsAt, status, note, hostName }) => (
            <li key={id} className="px-4 py-2 text-sm">
              <p className="flex items-center justify-between gap-3">
                <time
                  dateTime={startsAt}
                  title={sayExactly(new Date(startsAt), timeZone)}
                  className="figures font-medium"
                >
                  {sayDay(new Date(startsAt), new Date(asOf), timeZone)} {sayTime(new Date(startsAt), timeZone)}–
                  {sayTime(new Date(endsAt), timeZone)}
                </time>
                <Badge>{messages.appointmentStatuses[status] ?? status}</Badge>
              </p>
              <p className="text-ink-muted">
                {note} {hostName && <span className="text-ink-faint">{messages.with(hostName)}</span>}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
