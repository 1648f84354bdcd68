"use client";

import { cloneElement, type ComponentProps, type ReactElement, type ReactNode, useState } from "react";

type OnDemandProps<Module> = {
  /** A button, which is all there is until it is pressed. */
  trigger: ReactElement<ComponentProps<"button">>;
  /** Fetches the code of what it opens: `() => import("./panel")`. */
  load: () => Promise<Module>;
  /** The panel, open, around the same trigger. */
  renderPanel: (module: Module) => ReactNode;
  popup: "menu" | "dialog" | "listbox";
};

/**
 * A button whose popup is fetched when somebody reaches for it, not with the page: what is seldom
 * opened does not make the first screen wait.
 */
export function OnDemand<Module>({ trigger, load, renderPanel, popup }: OnDemandProps<Module>) {
  const [module, setModule] = useState<Module | null>(null);
  if (module !== null) return renderPanel(module);
  const fetchAhead = () => void load().catch(() => {});
  return cloneElement(trigger, {
    "aria-haspopup": popup,
    "aria-expanded": false,
    onPointerEnter: fetchAhead,
    onFocus: fetchAhead,
    onClick: () => void load().then((loaded) => setModule(loaded)),
  });
}
