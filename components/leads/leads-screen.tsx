"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Suspense, useEffect, useMemo, useState } from "react";
import { leadChoicesQuery, stagesQuery } from "@/components/fields/lead-queries";
import { QueryFailure } from "@/components/fields/query-failure";
import { viewsQuery } from "@/components/fields/views/queries";
import { leftToView, viewAt } from "@/components/fields/views/view";
import { ViewTabs } from "@/components/fields/views/view-tabs";
import { isFailedRequest } from "@/lib/client/api";
import { paths } from "@/lib/client/paths";
import { customColumns } from "./columns";
import { useCellEdit } from "./edit/use-cell-edit";
import type { EditedPart } from "./filter/filter-bar";
import { LaterFilterBar } from "./filter/later-filter-bar";
import { countConditions, partsOf } from "./filter/tree";
import { showColumns } from "./grid/layout";
import { LeadGrid } from "./grid/lead-grid";
import { LaterCards } from "./later-cards";
import { BulkBar, NoLeads, Notice, WrongList } from "./later-parts";
import { LeadsHeader } from "./leads-header";
import { LeadsSkeleton } from "./leads-skeleton";
import { ListFoot } from "./list-foot";
import { messages } from "./messages";
import { usePaste } from "./paste/use-paste";
import type { LeadRow } from "./queries";
import { askedOf, askedOfSelected, exportHrefOf, queryOf } from "./state/asked";
import { defaultColumns } from "./state/column-state";
import { useRowHeight } from "./state/row-height";
import { type LeadsSearch, plainSearch, settingsOf } from "./state/search-params";
import { nothingSelected } from "./state/selection";
import { useIsNarrow } from "./state/use-is-narrow";
import { useLeadsSearch } from "./state/use-leads-search";
import { Toolbar } from "./toolbar";
import { Totals } from "./totals";
import { useLeadList } from "./use-lead-list";
import { useNewLead } from "./use-new-lead";
import { allViews, isChanged, viewBody } from "./views/view";

/** Whether the server says what is wrong with what was asked for. */
const isRefusedAsk = (error: Error): boolean => isFailedRequest(error) && Object.keys(error.fields).length > 0;

const idsOf = (leads: readonly LeadRow[]): string[] => leads.map(({ id }) => id);

type LeadsScreenProps = {
  /** Whether the person begins with what is theirs. */
  isRep: boolean;
  /** Told which leads of the list are loaded, in its order, and how many it has; null when nobody knows exactly. */
  onLeads: (leadIds: readonly string[], total: number | null) => void;
};

/** All leads that the person may see: a grid, or cards where there is no room for one. */
export function LeadsScreen({ isRep, onLeads }: LeadsScreenProps) {
  const { search, unread, forgetUnread, lead, change: say, showLead } = useLeadsSearch();
  const router = useRouter();
  const rowHeight = useRowHeight();
  const isNarrow = useIsNarrow();
  const [selection, setSelection] = useState(nothingSelected);
  // Once fetched it stays: it also tells how far a change is whose leads are selected no more.
  const [wasSelecting, setWasSelecting] = useState(false);
  if (selection !== nothingSelected && !wasSelecting) setWasSelecting(true);
  const [edited, setEdited] = useState<EditedPart | null>(null);
  const stages = useQuery(stagesQuery()).data?.stages;
  const choices = useQuery(leadChoicesQuery()).data;
  const known = useMemo(() => ({ stages: stages ?? [], choices }), [stages, choices]);
  const custom = useMemo(() => customColumns(choices), [choices]);

  const saved = useQuery(viewsQuery("table")).data?.views;
  const views = useMemo(() => allViews(saved ?? []), [saved]);
  const view = viewAt(search.view, views, isRep);
  const settings = useMemo(() => settingsOf(search, view.settings), [search, view.settings]);
  const words = search.search ?? view.search;
  const change = (next: Partial<LeadsSearch>) => {
    // What was selected among other leads is not what one sees selected.
    if ("filter" in next || "search" in next) setSelection(nothingSelected);
    // Other groups are not those that were closed.
    const said: Partial<LeadsSearch> = "group" in next ? { ...next, closed: undefined } : next;
    say({ view: view.id, ...leftToView(said, view) });
  };
  const chooseView = (viewId: string) => {
    setSelection(nothingSelected);
    say({ ...plainSearch, view: viewId });
  };
  const asked = askedOf(settings, words);
  const list = useLeadList(settings, words, {
    closed: search.closed,
    onClosed: (closed) => change({ closed }),
  });
  const states = settings.columns ?? defaultColumns;
  const columns = useMemo(() => showColumns(states, custom), [states, custom]);
  const { leads, shownTotal, total } = list;
  useEffect(() => onLeads(idsOf(leads), shownTotal), [onLeads, leads, shownTotal]);
  // Which columns there are changes nothing about where one is.
  const memoryKey = JSON.stringify({ ...asked, columns: undefined });
  const exportHref = exportHrefOf(asked, states, view.name);
  const selected = askedOfSelected(asked, settings.filter, selection);
  const isViewGone = saved !== undefined && search.view !== "" && search.view !== view.id;
  const parts = partsOf(settings.filter);
  const edit = useCellEdit(known);
  const newLead = useNewLead(known, showLead);
  const paste = usePaste(leads, columns, known);
  const foot = <ListFoot hasMore={list.hasMore} hasFailed={list.hasMoreFailed} onRetry={list.loadMore} />;
  const filterBy = async (id: string, anchor: HTMLElement) => {
    const { beginCondition } = await import("./filter/begin-condition");
    const filter = beginCondition(settings.filter, id, known);
    if (!filter) return;
    change({ filter });
    setEdited({ place: parts.length, anchor });
  };

  return (
    <div className="flex h-dvh flex-col max-md:h-[calc(100dvh-3.5rem)]">
      <LeadsHeader
        total={total}
        words={words}
        onSearch={(next) => change({ search: next })}
        mayImport={!isRep}
        onAdd={newLead.start}
        exportHref={exportHref}
        boardHref={paths.pipeline({ view: "all", filter: asked["filter"], search: asked["search"] })}
      />
      <Toolbar
        settings={settings}
        columns={columns}
        custom={custom}
        onChange={change}
        filters={countConditions(settings.filter)}
        onFilter={(anchor) => setEdited({ place: parts.length, anchor })}
      >
        <ViewTabs
          views={views}
          view={view}
          kind="table"
          body={viewBody(settings, words)}
          isChanged={isChanged(view, settings, words)}
          onChoose={chooseView}
        />
      </Toolbar>
      {(unread.length > 0 || isViewGone) && (
        <Suspense>
          <Notice unread={unread} isViewGone={isViewGone} onDismiss={() => forgetUnread(view.id)} />
        </Suspense>
      )}
      <LaterFilterBar
        filter={settings.filter}
        known={known}
        onChange={(filter) => change({ filter })}
        edited={edited}
        onEdit={setEdited}
        isNarrow={isNarrow === true}
      />
      <div
        aria-busy={list.isStale || undefined}
        className="flex min-h-0 flex-1 flex-col transition-opacity aria-busy:opacity-60"
      >
        {list.error && !list.first && isRefusedAsk(list.error) ? (
          <Suspense>
            <WrongList
              error={list.error}
              settings={settings}
              known={known}
              onShowRest={change}
              onShowAll={() => chooseView("all")}
              onRetry={list.reload}
            />
          </Suspense>
        ) : list.error && !list.first ? (
          <QueryFailure error={list.error} title={messages.failed} onRetry={list.reload} className="py-20" />
        ) : !list.first || (list.items.length === 0 && list.isAwaitingGroups) ? (
          <LeadsSkeleton />
        ) : list.items.length === 0 ? (
          <Suspense>
            <NoLeads
              why={
                view.id === "mine" && !isChanged(view, settings, words)
                  ? "mine"
                  : parts.length > 0 || words !== ""
                    ? "filtered"
                    : "none"
              }
              parts={parts}
              known={known}
              mayImport={!isRep}
              onClear={() => change({ filter: { all: [] }, search: "" })}
              onShowAll={() => chooseView("all")}
              onAdd={newLead.start}
            />
          </Suspense>
        ) : (
          <>
            {isNarrow !== true && (
              <div className={isNarrow === null ? "flex min-h-0 flex-1 max-md:hidden" : "flex min-h-0 flex-1"}>
                <LeadGrid
                  items={list.items}
                  leads={list.leads}
                  columns={columns}
                  sorts={settings.sorts}
                  clock={list.clock}
                  rowHeight={rowHeight}
                  total={shownTotal}
                  hasEarlier={list.hasEarlier}
                  hasMore={list.hasMore}
                  onReadFrom={list.readFrom}
                  memoryKey={memoryKey}
                  selection={selection}
                  onSelect={setSelection}
                  peeked={lead}
                  onPeek={showLead}
                  onOpen={(leadId, where) => (where === "panel" ? showLead(leadId) : router.push(paths.lead(leadId)))}
                  onShown={list.showItems}
                  groupTotals={list.groupTotals}
                  onToggleGroup={list.toggleGroup}
                  known={known}
                  onEdit={edit}
                  onPaste={paste.start}
                  headActions={{
                    onSort: (sorts) => change({ sorts }),
                    onGroup: (group) => change({ group }),
                    onColumns: (next) => change({ columns: next }),
                    onFilter: (id, anchor) => void filterBy(id, anchor),
                  }}
                  foot={foot}
                />
              </div>
            )}
            {list.first && isNarrow !== true && (
              <div className="max-md:hidden">
                <Totals total={total} sums={list.sums} />
              </div>
            )}
            {isNarrow !== false && (
              <div className="flex min-h-0 flex-1 md:hidden">
                <LaterCards
                  items={list.items}
                  clock={list.clock}
                  memoryKey={`cards ${memoryKey}`}
                  onShown={list.showItems}
                  groupTotals={list.groupTotals}
                  onToggleGroup={list.toggleGroup}
                  foot={foot}
                />
              </div>
            )}
          </>
        )}
      </div>
      {paste.preview}
      {newLead.dialog}
      {wasSelecting && (
        <Suspense>
          <BulkBar
            selection={selection}
            onSelect={setSelection}
            loaded={list.leads.length}
            total={total?.exact ? total.count : null}
            query={queryOf(settings, words)}
            known={known}
            exportHref={selected && exportHrefOf(selected, states, view.name)}
          />
        </Suspense>
      )}
    </div>
  );
}
