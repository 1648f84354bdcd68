"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarCheck } from "lucide-react";
import { useQueryStates } from "nuqs";
import { QueryFailure } from "@/components/shell/query-failure";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { StateMessage } from "@/components/ui/state-message";
import { appointmentPeriods } from "@/lib/reports/model";
import { AppointmentRow } from "./appointment-row";
import { messages } from "./messages";
import { RowsSkeleton } from "./overview-skeleton";
import { appointmentsQuery } from "./queries";
import { overviewSearch } from "./search-params";

/** How many appointments there are in each period, and the first ones of the period chosen. */
export function AppointmentsCard() {
  const [{ appointments: period }, setSearch] = useQueryStates(overviewSearch);
  const { data, error, refetch } = useQuery(appointmentsQuery(period));
  const hidden = data ? data.counts[period] - data.appointments.length : 0;
  return (
    <Card title={messages.appointments} flush>
      <div role="group" aria-label={messages.appointments} className="grid grid-cols-4 gap-1 px-2 pt-1 pb-2">
        {appointmentPeriods.map((choice) => (
          <button
            key={choice}
            type="button"
            aria-pressed={choice === period}
            onClick={() => void setSearch({ appointments: choice })}
            className={classNames(
              "flex min-w-0 flex-col rounded-md px-2 py-1.5 text-left transition-colors hover:bg-hover",
              "aria-pressed:bg-accent-wash aria-pressed:text-accent-ink",
            )}
          >
            <span className="figures text-xl font-semibold">{data ? data.counts[choice].toLocaleString("en") : "–"}</span>
            <span className={classNames("truncate text-xs", choice === period ? "font-medium" : "text-ink-muted")}>{messages.periods[choice]}</span>
          </button>
        ))}
      </div>
      <div className="border-t border-line">
        {error && !data ? (
          <QueryFailure error={error} title={messages.failedTile} onRetry={() => void refetch()} />
        ) : !data ? (
          <RowsSkeleton rows={4} />
        ) : data.appointments.length === 0 ? (
          <StateMessage icon={<CalendarCheck />} title={messages.noAppointments[period]} className="py-8" />
        ) : (
          <ul className="py-1">
            {data.appointments.map((appointment) => (
              <AppointmentRow key={appointment.id} appointment={appointment} timeZone={data.timeZone} />
            ))}
          </ul>
        )}
        {hidden > 0 && <p className="px-4 pb-3 text-xs text-ink-faint">{messages.moreAppointments(hidden)}</p>}
      </div>
    </Card>
  );
}
