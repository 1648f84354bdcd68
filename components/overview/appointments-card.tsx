"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { CalendarCheck } from "lucide-react";
import { QueryFailure } from "@/components/fields/query-failure";
import { Button } from "@/components/ui/button";
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

/** How many appointments there are in each period, and those of the period chosen, the first ones at first. */
export function AppointmentsCard() {
  const [search, setSearch] = useOverviewSearch();
  const period = search.appointments;
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    appointmentsQuery(search),
  );
  const latest = data?.pages.at(-1);
  const appointments = data?.pages.flatMap((page) => page.appointments) ?? [];
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
            <span className="figures text-xl font-semibold">{latest ? sayNumber(latest.counts[choice]) : "–"}</span>
            <span className={classes("truncate text-xs", choice === period ? "font-medium" : "text-ink-muted")}>
              {messages.periods[choice]}
            </span>
          </button>
        ))}
      </fieldset>
      <div className="border-line border-t">
        {error && !latest ? (
          <QueryFailure error={error} title={messages.failedTile} onRetry={() => void refetch()} />
        ) : !latest ? (
          <RowsSkeleton rows={4} />
        ) : appointments.length === 0 ? (
          <StateMessage icon={<CalendarCheck />} title={messages.noAppointments[period]} className="py-8" />
        ) : (
          <ul className="py-1">
            {appointments.map((appointment) => (
              <AppointmentRow
                key={appointment.id}
                appointment={appointment}
                asOf={latest.asOf}
                timeZone={latest.timeZone}
              />
            ))}
          </ul>
        )}
        {latest && hasNextPage && (
          <div className="px-2 pb-2">
            <Button variant="quiet" size="small" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {messages.moreAppointments(latest.counts[period] - appointments.length)}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
