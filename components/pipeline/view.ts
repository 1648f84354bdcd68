import { viewMessages } from "@/components/fields/views/messages";
import type { View, ViewBody, Views } from "@/components/fields/views/view";
import type { ViewAnswer } from "@/lib/dialects/native/views";
import { type LeadQuery, me } from "@/lib/leads/query/model";
import { cardFacts } from "./card-fields";
import {
  type BoardSaid,
  type BoardSearch,
  type BoardSettings,
  boardStatuses,
  filterOf,
  writeFilter,
} from "./search-params";

const mineAlone = writeFilter({ all: [{ field: "owner", operator: "is", value: me }] });

const plain: BoardSettings = { pipeline: "", status: "open", filter: "", facts: cardFacts };

const own = (): Views<BoardSettings> => [
  { id: "all", name: viewMessages.all, settings: plain, search: "", saved: null },
  {
    id: "mine",
    name: viewMessages.mine,
    settings: { ...plain, filter: mineAlone },
    search: "",
    saved: null,
  },
];

/** All views of the board that the person has, those of everybody first. */
export const allViews = (saved: readonly ViewAnswer[]): Views<BoardSettings> => [...own(), ...saved.map(viewOf)];

function viewOf(saved: ViewAnswer): View<BoardSettings> {
  // The server has checked it when it was saved, and gives it back as it was.
  const query = saved.query as LeadQuery;
  const { pipeline, status, facts } = saved.settings;
  const shown = typeof facts === "string" ? facts.split(",") : cardFacts;
  return {
    id: saved.id,
    name: saved.name,
    settings: {
      pipeline: typeof pipeline === "string" ? pipeline : "",
      status: boardStatuses.find((known) => known === status) ?? "open",
      filter: writeFilter(query.filter),
      facts: cardFacts.filter((fact) => shown.includes(fact)),
    },
    search: query.search ?? "",
    saved,
  };
}

/** What the board shows: what the URL says, and what it leaves open as the view says. */
export const boardAt = (said: BoardSaid, { settings, search }: View<BoardSettings>): BoardSearch => ({
  pipeline: said.pipeline ?? settings.pipeline,
  status: said.status ?? settings.status,
  filter: said.filter ?? settings.filter,
  facts: said.facts ?? settings.facts,
  search: said.search ?? search,
});

/** What a view is saved as. */
export const viewBody = (board: BoardSearch): ViewBody => ({
  query: { filter: filterOf(board), sorts: [], ...(board.search && { search: board.search }) },
  columns: [],
  settings: { pipeline: board.pipeline, status: board.status, facts: board.facts.join(",") },
});

/** Whether the board shows something else than its view says. */
export const isChanged = ({ settings, search }: View<BoardSettings>, board: BoardSearch): boolean =>
  JSON.stringify(viewBody({ ...settings, search })) !== JSON.stringify(viewBody(board));

/** Whether it is some leads that are looked for, and not everybody's or the person's own: these boards are there to put leads on, too. */
export const looksForSome = ({ search, filter }: Pick<BoardSearch, "search" | "filter">): boolean =>
  search.trim() !== "" || (filter !== "" && filter !== mineAlone);
