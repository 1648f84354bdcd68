/** The words of the parts that all screens are made of. */
export const messages = { cancel: "Cancel", close: "Close", loading: "Loading" } as const;
