"use client";

import { useQuery } from "@tanstack/react-query";
import { Trophy } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { sayNumber } from "@/lib/kit/number";
import { Amounts } from "./amounts";
import { laterMessages } from "./later-messages";
import { reportQuery } from "./later-queries";
import { ListLink } from "./list-link";
import { messages } from "./messages";
import { Tile } from "./tile";
import { useOverviewSearch } from "./use-overview-search";

const shown = 10;

/** Who won the most in the range, and who got how many new leads. */
export function LeadersCard() {
  const [search] = useOverviewSearch();
  return (
    <Tile
      title={messages.leaders}
      hint={laterMessages.leadersHint}
      query={useQuery(reportQuery("leaders", search))}
      icon={<Trophy />}
      emptyOf={({ leaders }) => (leaders.length > 0 ? null : laterMessages.noLeaders)}
    >
      {({ leaders }) => (
        <table className="w-full table-fixed text-sm">
          <thead className="text-ink-faint text-xs">
            <tr>
              <th scope="col" className="h-7 pl-4 text-left font-medium">
                {laterMessages.owner}
              </th>
              <th scope="col" className="w-20 text-right font-medium @md:w-26">
                {laterMessages.wonValue}
              </th>
              <th scope="col" className="w-12 text-right font-medium @md:w-16">
                {laterMessages.wonLeads}
              </th>
              <th scope="col" className="w-16 pr-4 text-right font-medium @md:w-18">
                {laterMessages.newLeads}
              </th>
            </tr>
          </thead>
          <tbody>
            {leaders.slice(0, shown).map(({ owner, won, created }) => (
              <tr key={owner?.id ?? ""} className="hover:bg-hover transition-colors">
                <th scope="row" className="h-9 pl-4 text-left font-normal">
                  <span className="flex min-w-0 items-center gap-2.5">
                    <Avatar name={owner?.name ?? "–"} />
                    <span className="truncate">{owner?.name ?? laterMessages.nobody}</span>
                  </span>
                </th>
                <td className="text-right">
                  <ListLink filter={won.filter}>
                    <Amounts values={won.values} />
                  </ListLink>
                </td>
                <td className="figures text-right">
                  <ListLink filter={won.filter}>{sayNumber(won.leads)}</ListLink>
                </td>
                <td className="figures pr-4 text-right">
                  <ListLink filter={created.filter}>{sayNumber(created.leads)}</ListLink>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Tile>
  );
}
