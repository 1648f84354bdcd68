/**
 * Gives the focus back to the button of a row that was pressed to move it: the row is put elsewhere on the
 * page, and the button goes with it. At an end the other one has it.
 * @param place where the row comes to stand.
 */
export function keepFocus(list: HTMLElement | null, place: number, by: -1 | 1): void {
  requestAnimationFrame(() => {
    const row = list?.children[place];
    const buttons = (by === -1 ? ["up", "down"] : ["down", "up"]).map((way) =>
      row?.querySelector<HTMLButtonElement>(`[data-move=${way}]:not(:disabled)`),
    );
    buttons.find(Boolean)?.focus();
  });
}
