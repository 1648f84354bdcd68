import Link from "next/link";
import { toneOfAppointment } from "@/components/fields/appointment-tone";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Tooltip } from "@/components/ui/tooltip";
import { paths } from "@/lib/client/paths";
import type { AppointmentsAnswer } from "@/lib/dialects/native/overview";
import { sayDay, sayExactly, sayTimes } from "@/lib/kit/moment";
import { messages } from "./messages";

type Appointment = AppointmentsAnswer["appointments"][number];

/** When, with whom, about what. */
export function AppointmentRow({
  appointment,
  asOf,
  timeZone,
}: {
  appointment: Appointment;
  asOf: string;
  timeZone: string;
}) {
  const startsAt = new Date(appointment.startsAt);
  const endsAt = new Date(appointment.endsAt);
  const name = appointment.contactName ?? "–";
  return (
    <li className="hover:bg-hover relative flex items-start gap-3 px-4 py-2 transition-colors">
      <time
        dateTime={appointment.startsAt}
        title={sayExactly(startsAt, timeZone)}
        className="figures w-30 shrink-0 text-sm"
      >
        <span className="block font-medium">{sayDay(startsAt, new Date(asOf), timeZone)}</span>
        <span className="text-ink-muted block text-xs">{sayTimes(startsAt, endsAt, timeZone)}</span>
      </time>
      <div className="flex min-w-0 flex-1 gap-x-3 @max-sm:flex-col">
        <div className="min-w-0 flex-1">
          {appointment.leadId ? (
            <Link
              href={paths.lead(appointment.leadId)}
              prefetch={false}
              className="block truncate text-sm font-medium before:absolute before:inset-0"
            >
              {name}
            </Link>
          ) : (
            <span className="block truncate text-sm font-medium">{name}</span>
          )}
          <span className="text-ink-muted block truncate text-xs">{appointment.note}</span>
        </div>
        <span className="@max-sm:mt-1">
          <Badge tone={toneOfAppointment(appointment.status)}>{messages.appointmentStatuses[appointment.status]}</Badge>
        </span>
      </div>
      {appointment.hostName && (
        <Tooltip text={messages.with(appointment.hostName)}>
          <span className="relative">
            <Avatar name={appointment.hostName} />
            <span className="sr-only">{messages.with(appointment.hostName)}</span>
          </span>
        </Tooltip>
      )}
    </li>
  );
}
