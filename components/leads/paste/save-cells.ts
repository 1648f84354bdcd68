import type { QueryClient } from "@tanstack/react-query";
import type { Undoable } from "@/components/fields/use-undoable";
import { write } from "@/components/fields/write";
import { contentOf, withContent } from "@/components/leads/edit/editable";
import { patchOf } from "@/components/leads/edit/lead-patch";
import { changeRows, refreshAround } from "@/components/leads/edit/lead-rows";
import type { FilterChoices } from "@/components/leads/filter/fields";
import type { LeadRow } from "@/components/leads/queries";
import { showToast } from "@/components/ui/toast";
import { type FailedRequest, isFailedRequest } from "@/lib/client/api";
import { pasteMessages as messages } from "./messages";
import type { PastedCell } from "./plan-paste";

/** A cell that gets what was pasted. */
export type ReadCell = Extract<PastedCell, { content: unknown }>;

/** What saving needs of the screen. */
export type PasteTools = { client: QueryClient; offerUndo: (undoable: Undoable) => void; known: FilterChoices };

type Answer = { leads: { id: string; version: number }[] };

/**
 * Saves pasted cells, all of them or none: they are seen at once, and are undone as one. Answers whether
 * they were saved, and why not, by lead, where the server says that of leads; else a toast has said it.
 */
export async function saveCells(
  { client, offerUndo, known }: PasteTools,
  cells: readonly ReadCell[],
): Promise<{ isSaved: boolean; refused: ReadonlyMap<string, string> }> {
  const leads = leadsOf(cells);
  await client.cancelQueries({ queryKey: ["leads", "list"] });
  showCells(client, cells, ({ column, content }, row) => withContent(row, column.id, content, known));
  try {
    const answer = await write<Answer>("/api/app/leads", {
      method: "PATCH",
      body: { leads: leads.map((lead) => patchOfLead(lead, cells)) },
    });
    const versions = new Map(answer.leads.map(({ id, version }) => [id, version]));
    changeRows(client, new Set(versions.keys()), (row) => ({ ...row, version: versions.get(row.id) ?? row.version }));
    offerUndo({ title: messages.pasted(cells.length), answers: [answer] });
    refreshAround(
      client,
      leads.map(({ id }) => id),
      cells.map(({ column }) => column.id),
    );
    return { isSaved: true, refused: new Map() };
  } catch (error) {
    showCells(client, cells, ({ lead, column }, row) => withContent(row, column.id, contentOf(lead, column.id), known));
    void client.invalidateQueries({ queryKey: ["leads", "list"] });
    const failed = isFailedRequest(error) ? error : null;
    const refused = failed ? reasonsOf(failed, leads) : new Map<string, string>();
    if (refused.size === 0) showToast({ tone: "negative", title: messages.failed, description: failed?.message });
    return { isSaved: false, refused };
  }
}

/** Changes the cells' rows in the lists, cell by cell. */
function showCells(
  client: QueryClient,
  cells: readonly ReadCell[],
  change: (cell: ReadCell, row: LeadRow) => LeadRow,
): void {
  const byLead = Map.groupBy(cells, ({ lead }) => lead.id);
  changeRows(client, new Set(byLead.keys()), (row) =>
    (byLead.get(row.id) ?? []).reduce((changed, cell) => change(cell, changed), row),
  );
}

const patchOfLead = (lead: LeadRow, cells: readonly ReadCell[]) => ({
  leadId: lead.id,
  ...patchOf(
    lead,
    cells.flatMap(({ lead: { id }, column, content }) => (id === lead.id ? [{ column: column.id, content }] : [])),
  ),
});

/** The leads of cells, in their order. */
const leadsOf = (cells: readonly ReadCell[]): LeadRow[] => [
  ...new Map(cells.map(({ lead }) => [lead.id, lead])).values(),
];

/** Why leads were refused, by their ids: the server names them by their place. */
function reasonsOf({ fields, clashes }: FailedRequest, leads: readonly LeadRow[]): Map<string, string> {
  const reasons = new Map<string, string>();
  const add = (path: string, reason: string) => {
    const lead = leads[Number(/^leads\.(\d+)/.exec(path)?.[1] ?? -1)];
    if (lead) reasons.set(lead.id, reason);
  };
  for (const [path, reason] of Object.entries(fields)) add(path, reason);
  for (const { field, by } of clashes) add(field, by ? messages.clash(by) : messages.clashed);
  return reasons;
}
