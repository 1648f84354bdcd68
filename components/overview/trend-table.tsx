import Link from "next/link";
import { Cell, HeadCell, Table } from "@/components/ui/table";
import { paths } from "@/lib/client/paths";
import type { OverviewAnswer } from "@/lib/dialects/native/overview";
import { messages } from "./messages";
import { sayBucket } from "./say-bucket";

/** The chart's numbers, to be read and copied. */
export function TrendTable({ trend, pipeline }: { trend: OverviewAnswer["trend"]; pipeline: string }) {
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
          {trend.map(({ from, to, leads, previousLeads }) => (
            <tr key={from}>
              <Cell>
                <Link
                  href={paths.leads({ from, to, pipeline })}
                  prefetch={false}
                  className="text-accent-ink hover:underline"
                >
                  {sayBucket(from, to)}
                </Link>
              </Cell>
              <Cell numeric>{leads.toLocaleString("en")}</Cell>
              {compares && <Cell numeric>{previousLeads?.toLocaleString("en")}</Cell>}
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
