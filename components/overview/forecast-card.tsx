"use client";

import { useQuery } from "@tanstack/react-query";
import { TrendingUp } from "lucide-react";
import type { ForecastAnswer } from "@/lib/dialects/native/reports";
import { sayMonth } from "@/lib/kit/moment";
import { sayNumber } from "@/lib/kit/number";
import { Amounts } from "./amounts";
import { laterMessages } from "./later-messages";
import { reportQuery } from "./later-queries";
import { ListLink } from "./list-link";
import { messages } from "./messages";
import { Tile } from "./tile";
import { useOverviewSearch } from "./use-overview-search";

/** What open deals are likely to bring, month by month: a table whose bars are its chart. */
export function ForecastCard() {
  const [search] = useOverviewSearch();
  const query = useQuery(reportQuery("forecast", search));
  return (
    <Tile
      title={messages.forecast}
      hint={laterMessages.forecastHint}
      query={query}
      icon={<TrendingUp />}
      emptyOf={({ months }) => (months.some(({ leads }) => leads > 0) ? null : laterMessages.noForecast)}
    >
      {({ months }) => {
        const most = Math.max(...months.map(({ values }) => values[0]?.weightedMinor ?? 0));
        return (
          <table className="w-full table-fixed text-sm">
            <thead className="text-ink-faint text-xs">
              <tr>
                <th scope="col" className="h-7 w-22 pl-4 text-left font-medium">
                  {laterMessages.month}
                </th>
                <td aria-hidden />
                <th scope="col" className="w-14 text-right font-medium">
                  {laterMessages.deals}
                </th>
                <th scope="col" className="w-22 text-right font-medium @max-sm:hidden">
                  {laterMessages.value}
                </th>
                <th scope="col" className="w-28 pr-4 text-right font-medium">
                  {laterMessages.weighted}
                </th>
              </tr>
            </thead>
            <tbody>
              {months.map((month) => (
                <Month key={month.month ?? "later"} month={month} most={most} />
              ))}
            </tbody>
          </table>
        );
      }}
    </Tile>
  );
}

type Month = ForecastAnswer["months"][number];

function Month({ month: { month, leads, values, filter }, most }: { month: Month; most: number }) {
  const [own] = values;
  const name = month === null ? laterMessages.later : sayMonth(new Date(`${month}-01T00:00:00Z`), "UTC", "short");
  const weighted = own?.weightedMinor ?? 0;
  return (
    <tr className="group hover:bg-hover relative transition-colors">
      <th scope="row" className="figures h-9 pl-4 text-left font-normal">
        {filter ? (
          <ListLink row filter={filter}>
            {name}
            <span className="sr-only">{laterMessages.openLeads(leads)}</span>
          </ListLink>
        ) : (
          <span className="text-ink-muted">{name}</span>
        )}
      </th>
      <td aria-hidden className="px-3">
        <span className="bg-neutral-wash group-hover:bg-pressed block h-1.5 rounded-full">
          <span
            className="bg-accent block h-full rounded-full"
            style={{ width: `${most === 0 ? 0 : (weighted / most) * 100}%` }}
          />
        </span>
      </td>
      <td className="figures text-right font-medium">{sayNumber(leads)}</td>
      <td className="text-ink-muted text-right @max-sm:hidden">
        <Amounts values={values} />
      </td>
      <td className="pr-4 text-right">
        <Amounts values={values.map(({ weightedMinor, currency }) => ({ minor: weightedMinor, currency }))} />
      </td>
    </tr>
  );
}
