import Link from "next/link";
import { Cell, HeadCell, Table } from "@/components/ui/table";
import type { OverviewAnswer } from "@/lib/dialects/native/overview";
import { sayNumber } from "@/lib/kit/number";
import { listPath } from "./list-path";
import { messages } from "./messages";
import { comesTwice, sayBucket } from "./say-bucket";

/** The chart's numbers, to be read and copied. */
export function TrendTable({ trend }: { trend: OverviewAnswer["trend"] }) {
  const withYear = comesTwice(trend);
  const compares = trend.some(({ previousLeads }) => previousLeads !== null);
  return (
    <section
      aria-label={messages.trend}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
      tabIndex={0}
      className="border-line -mx-4 mt-1 max-h-64 overflow-auto border-t"
    >
      <Table>
        <thead className="bg-raised sticky top-0">
          <tr>
            <HeadCell>{messages.period}</HeadCell>
            <HeadCell numeric>{messages.newLeads}</HeadCell>
            {compares && <HeadCell numeric>{messages.periodBefore}</HeadCell>}
          </tr>
        </thead>
        <tbody>
          {trend.map(({ from, to, leads, previousLeads, filter }) => (
            <tr key={from}>
              <Cell>
                <Link href={listPath(filter)} prefetch={false} className="text-accent-ink hover:underline">
                  {sayBucket(from, to, withYear)}
                </Link>
              </Cell>
              <Cell numeric>{sayNumber(leads)}</Cell>
              {compares && <Cell numeric>{previousLeads === null ? null : sayNumber(previousLeads)}</Cell>}
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
