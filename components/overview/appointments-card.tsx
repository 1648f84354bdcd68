"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarCheck } from "lucide-react";
import { QueryFailure } from "@/components/fields/query-failure";
import { Card } from "@/components/ui/card";
import { classes } from "@/components/ui/classes";
import { StateMessage } from "@/components/ui/state-message";
import { sayNumber } from "@/lib/kit/number";
import { appointmentPeriods } from "@/lib/reports/model";
import { AppointmentRow } from "./appointment-row";
import { messages } from "./messages";
import { RowsSkeleton } from "./overview-skeleton";
import { appointmentsQuery } from "./queries";
import { useOverviewSearch } from "./use-overview-search";

/** How many appointments there are in each period, and the first ones of the period chosen. */
export function AppointmentsCard() {
  const [{ appointments: period }, setSearch] = useOverviewSearch();
  const { data, error, refetch } = useQuery(appointmentsQuery(period));
  const hidden = data ? data.counts[period] - data.appointments.length : 0;
  return (
    <Card title={messages.appointments} flush>
      <fieldset aria-label={messages.appointments} className="grid min-w-0 grid-cols-4 gap-1 px-2 pt-1 pb-2">
        {appointmentPeriods.map((choice) => (
          <button
            key={choice}
            type="button"
            aria-pressed={choice === period}
            onClick={() => void setSearch({ appointments: choice })}
            className={classes(
              "hover:bg-hover flex min-w-0 flex-col rounded-md px-2 py-1.5 text-left transition-colors",
              "aria-pressed:bg-accent-wash aria-pressed:text-accent-ink",
            )}
          >
            <span className="figures text-xl font-semibold">{data ? sayNumber(data.counts[choice]) : "–"}</span>
            <span className={classes("truncate text-xs", choice === period ? "font-medium" : "text-ink-muted")}>
              {messages.periods[choice]}
            </span>
          </button>
        ))}
      </fieldset>
      <div className="border-line border-t">
        {error && !data ? (
          <QueryFailure error={error} title={messages.failedTile} onRetry={() => void refetch()} />
        ) : !data ? (
          <RowsSkeleton rows={4} />
        ) : data.appointments.length === 0 ? (
          <StateMessage icon={<CalendarCheck />} title={messages.noAppointments[period]} className="py-8" />
        ) : (
          <ul className="py-1">
            {data.appointments.map((appointment) => (
              <AppointmentRow
                key={appointment.id}
                appointment={appointment}
                asOf={data.asOf}
                timeZone={data.timeZone}
              />
            ))}
          </ul>
        )}
        {hidden > 0 && <p className="text-ink-faint px-4 pb-3 text-xs">{messages.moreAppointments(hidden)}</p>}
      </div>
    </Card>
  );
}
