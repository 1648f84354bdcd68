import { type RefObject, useLayoutEffect, useRef } from "react";

/** A value as it was at the last paint, for listeners that outlive it. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
