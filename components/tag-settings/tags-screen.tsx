"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Plus, Tags } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { BulkProgress } from "@/components/fields/bulk/bulk-progress";
import { useFollowedBulk } from "@/components/fields/bulk/use-followed-bulk";
import { LeadSearchBox } from "@/components/fields/lead-search-box";
import { QueryFailure } from "@/components/fields/query-failure";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LoadingLines } from "@/components/ui/loading-lines";
import { Section } from "@/components/ui/section";
import { StateMessage } from "@/components/ui/state-message";
import type { TagsAnswer } from "@/lib/dialects/native/tags";
import { messages } from "./messages";
import { tagsQuery } from "./queries";
import { TagRow } from "./tag-row";

const NewTag = lazy(() => import("./new-tag").then((module) => ({ default: module.NewTag })));
const RenameTag = lazy(() => import("./rename-tag").then((module) => ({ default: module.RenameTag })));
const DeleteTag = lazy(() => import("./delete-tag").then((module) => ({ default: module.DeleteTag })));

type Asked = { about: "new" } | { about: "rename" | "delete"; tag: TagsAnswer["tags"][number] };

/** The location's tags: added, renamed on every contact, made one, and deleted. */
export function TagsScreen() {
  const [search, setSearch] = useState("");
  const [asked, setAsked] = useState<Asked | null>(null);
  const found = useInfiniteQuery(tagsQuery(search));
  const change = useFollowedBulk();
  const tags = found.data?.pages.flatMap((page) => page.tags);
  const close = () => setAsked(null);
  return (
    <div className="max-w-160">
      <Section
        title={messages.title}
        hint={messages.hint}
        action={
          <Button onClick={() => setAsked({ about: "new" })}>
            <Plus aria-hidden />
            {messages.add}
          </Button>
        }
      >
        <div className="mb-3 flex">
          <LeadSearchBox
            words={search}
            scope={{ name: "tags", title: messages.title }}
            label={messages.search}
            onChange={setSearch}
          />
        </div>
        <Card flush className="p-2">
          {found.error && !tags ? (
            <QueryFailure error={found.error} title={messages.failed} onRetry={() => void found.refetch()} />
          ) : !tags ? (
            <LoadingLines />
          ) : tags.length > 0 ? (
            <ul aria-label={messages.title} className="flex flex-col gap-0.5">
              {tags.map((tag) => (
                <TagRow
                  key={tag.id}
                  tag={tag}
                  onRename={() => setAsked({ about: "rename", tag })}
                  onDelete={() => setAsked({ about: "delete", tag })}
                />
              ))}
            </ul>
          ) : search === "" ? (
            <StateMessage icon={<Tags />} title={messages.noneTitle}>
              {messages.noneHint}
            </StateMessage>
          ) : (
            <StateMessage
              live
              icon={<Tags />}
              title={messages.noMatchTitle}
              action={<Button onClick={() => setSearch("")}>{messages.clear}</Button>}
            />
          )}
        </Card>
        {found.hasNextPage && (
          <Button className="mt-3" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {messages.more}
          </Button>
        )}
      </Section>
      <Suspense>
        {asked?.about === "new" && <NewTag onClose={close} />}
        {asked?.about === "rename" && <RenameTag tag={asked.tag} onClose={close} onStarted={change.follow} />}
        {asked?.about === "delete" && <DeleteTag tag={asked.tag} onClose={close} onStarted={change.follow} />}
      </Suspense>
      {change.running && <BulkProgress running={change.running} onStop={change.stop} />}
    </div>
  );
}
