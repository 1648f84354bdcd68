import { useEffect, useState } from "react";

/** So many new rows are drawn before a frame: wheels and fingers need fewer, leaps get the rest with the next frames. */
const mostNew = 8;

/**
 * Which of the rows in sight to draw now. A leap to another part of a long list would draw a screen of rows
 * at once, for longer than a frame lasts; so the first of them come at once, and the others right after.
 * The first time all are drawn.
 * @param inSight the keys of the rows in sight, the most urgent first.
 */
export function useFewAtOnce(inSight: readonly string[]): ReadonlySet<string> {
  const sight = inSight.join(" ");
  const [round, setRound] = useState(0);
  const [state, setState] = useState(() => ({ sight, round, drawn: new Set(inSight) }));
  if (state.sight !== sight || state.round !== round) setState({ sight, round, drawn: withNew(state.drawn, inSight) });
  const isComplete = inSight.every((key) => state.drawn.has(key));
  useEffect(() => {
    if (isComplete) return undefined;
    const frame = requestAnimationFrame(() => setRound(round + 1));
    return () => cancelAnimationFrame(frame);
  }, [isComplete, round, sight]);
  return state.drawn;
}

/** Those of the rows in sight that were drawn before, and the first of the others. */
function withNew(drawn: ReadonlySet<string>, inSight: readonly string[]): Set<string> {
  const fresh = inSight.filter((key) => !drawn.has(key)).slice(0, mostNew);
  return new Set([...inSight.filter((key) => drawn.has(key)), ...fresh]);
}
