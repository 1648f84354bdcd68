import { Card } from "@/components/ui/card";
import { Dot } from "@/components/ui/dot";
import { paths } from "@/lib/client/paths";
import type { OverviewAnswer } from "@/lib/dialects/native/overview";
import { messages } from "./messages";
import { ShareHead, ShareRow } from "./share-row";

/** How many leads stand where, in the order of each pipeline, under its colours and with its words. */
export function StagesCard({ overview }: { overview: OverviewAnswer }) {
  const { stages, range } = overview;
  const longest = Math.max(0, ...stages.map(({ leads }) => leads));
  const total = stages.reduce((sum, { leads }) => sum + leads, 0);
  const pipelines = [...new Map(stages.map(({ pipeline }) => [pipeline.id, pipeline])).values()];
  return (
    <Card title={messages.byStatus} flush className="pb-2">
      <table className="w-full table-fixed text-sm">
        <ShareHead name={messages.status} described />
        {pipelines.map((pipeline) => (
          <tbody key={pipeline.id}>
            {pipelines.length > 1 && (
              <tr>
                <th
                  scope="rowgroup"
                  colSpan={5}
                  className="text-ink-faint h-8 pt-1.5 pl-4 text-left text-xs font-medium"
                >
                  {pipeline.name}
                </th>
              </tr>
            )}
            {stages
              .filter((stage) => stage.pipeline.id === pipeline.id)
              .map((stage) => (
                <ShareRow
                  key={stage.id}
                  name={stage.name}
                  description={stage.description}
                  mark={<Dot color={stage.color} />}
                  color={stage.color}
                  href={paths.leads({
                    stage: stage.id,
                    from: range.from ?? undefined,
                    to: range.from ? range.to : undefined,
                  })}
                  leads={stage.leads}
                  total={total}
                  longest={longest}
                  values={stage.values}
                />
              ))}
          </tbody>
        ))}
      </table>
    </Card>
  );
}
