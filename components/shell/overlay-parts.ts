/** The code of what the shell can show over any page, fetched when it is wanted or about to be. */
export const overlayParts = {
  palette: () => import("./palette/palette"),
  help: () => import("./help/help-sheet"),
};

/** Fetches the palette for whoever is about to open it. */
export const fetchPalette = (): void => void overlayParts.palette().catch(() => {});
