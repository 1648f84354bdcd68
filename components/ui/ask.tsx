import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";

/** Shows a dialog beside the page until it answers, wherever the question comes from. It has none of the page's contexts. */
export function ask<Answer>(dialogFor: (answer: (given: Answer) => void) => ReactNode): Promise<Answer> {
  const place = document.createElement("div");
  document.body.append(place);
  const root = createRoot(place);
  return new Promise((resolve) => {
    const answer = (given: Answer) => {
      root.unmount();
      place.remove();
      resolve(given);
    };
    root.render(dialogFor(answer));
  });
}
