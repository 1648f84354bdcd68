import { classes } from "./classes";

/** What floats over the page: menus, lists to choose from, popovers. */
export const popupClass = classes(
  "bg-raised text-ink shadow-popup origin-(--transform-origin) rounded-lg outline-none",
  "transition-[opacity,scale] duration-120 data-starting-style:scale-98 data-starting-style:opacity-0",
  "data-ending-style:opacity-0 data-instant:transition-none",
);

/** One line of a menu or of a list to choose from. */
export const popupItemClass = classes(
  "text-ink flex h-8 items-center gap-2.5 rounded-md px-2 text-sm outline-none select-none pointer-coarse:h-11",
  "data-highlighted:bg-hover data-disabled:text-ink-faint [&_svg]:text-ink-faint [&_svg]:size-4 [&_svg]:shrink-0",
  // As wide as an icon, so that words stand below words.
  "[&>[data-dot]]:mx-1",
);
