/** The words of the box that leads are searched by. */
export const leadSearchMessages = { clear: "Clear the search" } as const;
