/** The word on the button of the filter, apart from all that is said once it is open. */
export const buttonMessages = { filter: "Filter" } as const;
