"use client";

import { type ComponentType, useEffect, useRef, useState } from "react";
import { QueryFailure } from "@/components/fields/query-failure";
import { Card } from "@/components/ui/card";
import { classes } from "@/components/ui/classes";
import type { LaterTiles } from "./later-tiles";
import { messages } from "./messages";
import { RowsSkeleton } from "./overview-skeleton";

type LaterProps = {
  tile: keyof LaterTiles;
  /** Keeps the place of the tile, so that nothing moves when it comes. */
  className: string;
};

/** A tile further down, whose code and numbers are fetched when it comes near the screen. */
export function Later({ tile, className }: LaterProps) {
  const place = useRef<HTMLDivElement>(null);
  const [Tile, setTile] = useState<ComponentType | null>(null);
  const [failed, setFailed] = useState<Error | null>(null);
  useEffect(() => {
    if (!place.current || failed) return undefined;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        watch.disconnect();
        void import("./later-tiles").then(({ laterTiles }) => setTile(() => laterTiles[tile]), setFailed);
      },
      { rootMargin: "400px" },
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [tile, failed]);
  return (
    <div ref={place} className={classes("grid min-w-0", className)}>
      {Tile ? (
        <Tile />
      ) : (
        <Card title={messages[tile]} flush>
          {failed ? (
            <QueryFailure error={failed} title={messages.failedTile} onRetry={() => setFailed(null)} />
          ) : (
            <RowsSkeleton rows={6} />
          )}
        </Card>
      )}
    </div>
  );
}
