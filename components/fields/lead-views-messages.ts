/** The words of the switch between table and board. */
export const leadViewsMessages = { label: "View", table: "Table", board: "Board" } as const;
