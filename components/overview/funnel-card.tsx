"use client";

import { useQuery } from "@tanstack/react-query";
import { Filter } from "lucide-react";
import { classes } from "@/components/ui/classes";
import { Dot } from "@/components/ui/dot";
import type { FunnelAnswer } from "@/lib/dialects/native/reports";
import { sayNumber, sayTenths } from "@/lib/kit/number";
import { laterMessages } from "./later-messages";
import { reportQuery } from "./later-queries";
import { ListLink } from "./list-link";
import { messages } from "./messages";
import { Tile } from "./tile";
import { useOverviewSearch } from "./use-overview-search";

/** How far the leads of the range came: each stage with how many reached it, of how many, and in how many days. */
export function FunnelCard() {
  const [search] = useOverviewSearch();
  const query = useQuery(reportQuery("funnel", search));
  return (
    <Tile
      title={messages.funnel}
      hint={query.data?.pipeline ? laterMessages.funnelHint(query.data.pipeline.name) : undefined}
      query={query}
      icon={<Filter />}
      emptyOf={({ steps }) => (steps[0]?.leads ? null : laterMessages.noFunnel)}
    >
      {({ steps }) => (
        <table className="w-full table-fixed text-sm">
          <thead className="text-ink-faint text-xs">
            <tr>
              <th scope="col" className="h-7 pl-4 text-left font-medium @md:w-[34%]">
                {laterMessages.stage}
              </th>
              <td aria-hidden className="@max-md:hidden" />
              <Head width="w-16 @lg:w-18">{laterMessages.reached}</Head>
              <Head width="w-18 @lg:w-22">{laterMessages.ofPrevious}</Head>
              <Head width="w-16 pr-4 @lg:w-20">{laterMessages.medianDays}</Head>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <Step key={step.stage?.id ?? "won"} step={step} most={steps[0]?.leads ?? 0} />
            ))}
          </tbody>
        </table>
      )}
    </Tile>
  );
}

const Head = ({ width, children }: { width: string; children: string }) => (
  <th scope="col" className={classes("text-right font-medium", width)}>
    {children}
  </th>
);

function Step({ step, most }: { step: FunnelAnswer["steps"][number]; most: number }) {
  const { stage, leads, ofPrevious, days, filter } = step;
  return (
    <tr className="group hover:bg-hover relative transition-colors">
      <th scope="row" className="h-9 pl-4 text-left font-normal">
        <ListLink row filter={filter} className="flex items-center gap-2.5">
          {stage ? (
            <Dot color={stage.color} />
          ) : (
            <span aria-hidden className="bg-positive size-2 shrink-0 rounded-full" />
          )}
          <span className="min-w-0 truncate">{stage?.name ?? laterMessages.won}</span>
          <span className="sr-only">{laterMessages.openLeads(leads)}</span>
        </ListLink>
      </th>
      <td aria-hidden className="px-3 @max-md:hidden">
        <span className="bg-neutral-wash group-hover:bg-pressed block h-4 rounded-sm">
          <span
            className={classes("block h-full rounded-sm", stage ? "bg-accent" : "bg-positive")}
            style={{ width: `${most === 0 ? 0 : (leads / most) * 100}%` }}
          />
        </span>
      </td>
      <td className="figures text-right font-medium">{sayNumber(leads)}</td>
      <td className="figures text-ink-muted text-right">{ofPrevious === null ? "–" : `${sayTenths(ofPrevious)}%`}</td>
      <td className="figures text-ink-muted pr-4 text-right">{days === null ? "–" : sayTenths(days)}</td>
    </tr>
  );
}
