import { sayNumber } from "@/lib/kit/number";
import { fieldLabels } from "@/lib/leads/query/model/field-labels";

/** The words of the list of leads. */
export const messages = {
  title: "Leads",
  total: (total: number, isExact: boolean) => {
    if (!isExact) return `About ${sayNumber(total)} leads`;
    return total === 1 ? "1 lead" : `${sayNumber(total)} leads`;
  },
  estimated: "Estimated: counting them all would take too long",
  totals: "Totals",
  valueSum: "Value",
  loading: "Loading leads",
  search: "Search leads",
  clear: "Clear filters",
  noSource: "No source",
  nobody: "Nobody",
  archived: "Archived",
  yes: "Yes",
  no: "No",
  late: "Late:",
  andMore: (count: number) => `+${count}`,
  statuses: { open: "Open", won: "Won", lost: "Lost", abandoned: "Abandoned" } as Record<string, string>,

  // A field of the location's own is no key here.
  fields: fieldLabels as Readonly<Record<string, string>>,

  more: "More about the list",
  export: "Export as CSV",
  duplicates: "Possible duplicates",
  bin: "Bin",
  display: "Display",

  grid: "Leads",
  select: (lead: string) => `Select ${lead}`,
  selectLoaded: "Select all rows that are loaded",
  peek: (lead: string) => `Peek at ${lead}`,
  end: "These are all.",
  sortedUp: "ascending",
  sortedDown: "descending",
  columnMenu: (column: string) => `Options of the column ${column}`,
  resize: (column: string) => `Width of the column ${column}`,

  keys: {
    scope: "Leads",
    add: "New lead",
    next: "Next lead",
    previous: "Previous lead",
    arrows: "From cell to cell",
    open: "Open in the panel",
    page: "Open on a page of its own",
    peek: "Open the panel, and close it",
    select: "Select",
    range: "Select a range",
    all: "Select all that are loaded",
    edit: "Edit the cell",
    across: "Save and edit the next cell",
    paste: "Paste from a spreadsheet, from this cell on",
    escape: "Leave the cell, then let go of the selection",
    groups: "Close or, to the right, open a group",
    ends: "To the first, to the last",
    headSort: "In a heading: sort",
    headMove: "In a heading: move the column",
    headWidth: "In a heading: make it wider or narrower",
    headMenu: "In a heading: its options",
  },

  changed: (column: string, lead: string) => `${column} of ${lead} changed`,
  changeFailed: (column: string, lead: string) => `${column} of ${lead} was not changed`,
  clash: (who: string) => `${who} changed it meanwhile. The list shows what it is now.`,
  insist: "Use mine",
  saving: "Saving…",
  pasteFailed: "Nothing was pasted",
  offline: "The server could not be reached. Check your connection and try again.",

  add: "New lead",
  showAll: "Show all leads",
  importLeads: "Import leads",
  import: "Import",
  failed: "The leads could not be loaded",
  moreFailed: "The next leads could not be loaded.",
  retry: "Try again",
} as const;
