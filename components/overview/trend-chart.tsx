"use client";

import Link from "next/link";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Tooltip } from "@/components/ui/tooltip";
import type { OverviewAnswer } from "@/lib/dialects/native/overview";
import { sayDate } from "@/lib/kit/moment";
import { sayNumber } from "@/lib/kit/number";
import { listPath } from "./list-path";
import { messages } from "./messages";
import { comesTwice, sayBucket } from "./say-bucket";

/** Fetched when somebody asks for the numbers. */
const TrendTable = lazy(async () => ({ default: (await import("./trend-table")).TrendTable }));

type Trend = OverviewAnswer["trend"];

/** New leads over time as bars from zero, each of which opens its leads; the period before stands behind them. */
export function TrendChart({ trend, against }: { trend: Trend; against: string | null }) {
  const [asTable, setAsTable] = useState(false);
  return (
    <div className="px-4 pt-2 pb-3">
      <div className="flex items-center justify-between">
        <h2 className="text-sm font-medium">{messages.trend}</h2>
        {against && !asTable && (
          <p
            aria-hidden
            className="figures text-ink-faint ml-auto flex items-center gap-1.5 pr-3 text-xs max-sm:hidden"
          >
            <span className="bg-accent size-2 rounded-sm" />
            {messages.thisPeriod}
            <span className="bg-mark-quiet ml-2 size-2 rounded-sm" />
            {against}
          </p>
        )}
        <Button
          variant="quiet"
          size="small"
          className="-mr-2"
          onClick={() => setAsTable(!asTable)}
          aria-pressed={asTable}
        >
          {asTable ? messages.showChart : messages.showTable}
        </Button>
      </div>
      {asTable ? (
        <Suspense fallback={<div className="h-40" />}>
          <TrendTable trend={trend} />
        </Suspense>
      ) : (
        <Bars trend={trend} />
      )}
    </div>
  );
}

function Bars({ trend }: { trend: Trend }) {
  const top = niceTop(Math.max(...trend.map(({ leads, previousLeads }) => Math.max(leads, previousLeads ?? 0)), 1));
  const every = Math.ceil(trend.length / 8);
  const withYear = comesTwice(trend);
  return (
    <div className="relative mt-2 pr-8">
      <div aria-hidden className="text-ink-faint pointer-events-none absolute inset-x-0 top-0 h-32 text-xs">
        {[top, top / 2].map((value) => (
          <div
            key={value}
            className="figures border-line absolute inset-x-0 border-t border-dashed"
            style={{ top: `${(1 - value / top) * 100}%` }}
          >
            <span className="bg-raised absolute -top-2 right-0 pl-1.5">{sayNumber(value)}</span>
          </div>
        ))}
      </div>
      <ul className="border-line-strong relative flex h-32 items-stretch gap-[2px] border-b sm:gap-1">
        {trend.map(({ from, to, leads, previousLeads, filter }) => (
          <li key={from} className="min-w-0 flex-1">
            <div className="relative h-full lg:hidden">
              <Bar leads={leads} previousLeads={previousLeads} top={top} />
            </div>
            <Tooltip
              text={<BarText days={sayBucket(from, to, withYear)} leads={leads} previousLeads={previousLeads} />}
            >
              <Link
                href={listPath(filter)}
                prefetch={false}
                aria-label={messages.trendBucket(sayBucket(from, to, withYear), leads)}
                className="group hover:bg-hover relative block h-full rounded-t-sm max-lg:hidden"
              >
                <Bar leads={leads} previousLeads={previousLeads} top={top} />
              </Link>
            </Tooltip>
          </li>
        ))}
      </ul>
      <div aria-hidden className="figures text-ink-faint mt-1.5 flex gap-[2px] text-xs sm:gap-1">
        {trend.map(({ from }, index) => (
          <span
            key={from}
            className={classes("min-w-0 flex-1 whitespace-nowrap", index % (every * 2) !== 0 && "max-sm:invisible")}
          >
            {index % every === 0 && sayDate(from, withYear)}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Where bars are too narrow to be hit they are only looked at; the table has the links. */
function Bar({ leads, previousLeads, top }: Pick<Trend[number], "leads" | "previousLeads"> & { top: number }) {
  return (
    <>
      {previousLeads !== null && (
        <span
          className="bg-mark-quiet absolute inset-x-0 bottom-0 rounded-t-sm"
          style={{ height: `${(previousLeads / top) * 100}%` }}
        />
      )}
      <span
        className={classes(
          "bg-accent group-hover:bg-accent-hover absolute bottom-0 rounded-t-sm",
          previousLeads === null ? "inset-x-0" : "inset-x-[18%]",
        )}
        style={{ height: `${(leads / top) * 100}%` }}
      />
    </>
  );
}

function BarText({ days, leads, previousLeads }: { days: string } & Pick<Trend[number], "leads" | "previousLeads">) {
  return (
    <>
      <span className="block font-medium">{messages.trendBucket(days, leads)}</span>
      {previousLeads !== null && <span className="text-ink-muted block">{messages.previously(previousLeads)}</span>}
    </>
  );
}

/** The even round number at or above `value` that the chart ends at. */
function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 3, 4, 5, 6, 8, 10].find((candidate) => candidate * power >= value) ?? 10;
  const top = step * power;
  // Even: half of it is marked as well, and there are no halves of leads.
  return top + (top % 2);
}
