"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { isFailedRequest } from "@/lib/client/api";
import type { ImportAnswer } from "@/lib/dialects/native/imports";
import type { Target } from "@/lib/imports/model/targets";
import { ColumnRow } from "./column-row";
import { messages } from "./messages";
import { useCheck, useImportStep } from "./mutations";
import { PlanOptions } from "./plan-options";
import { importChoicesQuery } from "./queries";

/** Says what each column of the file fills, and how the rows are imported. */
export function MatchStep({ file, onChecked }: { file: ImportAnswer; onChecked: () => void }) {
  const choices = useQuery(importChoicesQuery()).data;
  const [plan, setPlan] = useState(file.plan);
  const check = useCheck(file.id);
  const discard = useImportStep(file.id, "cancel");
  const matched = plan.columns.filter((target) => target !== null).length;
  const setTarget = (index: number, target: Target | null) =>
    setPlan({ ...plan, columns: plan.columns.map((each, place) => (place === index ? target : each)) });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        check.mutate(plan, { onSuccess: onChecked });
      }}
    >
      <Card flush>
        <div className="border-line text-ink-faint flex items-center gap-4 border-b px-4 py-2 text-xs font-medium">
          <span className="flex-1">{messages.columnHead}</span>
          <span className="flex-1 max-lg:hidden">{messages.samplesHead}</span>
          <span className="w-64 max-sm:hidden">{messages.targetHead}</span>
        </div>
        <ul className="divide-line divide-y">
          {file.columns.map((column, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a column is known by its place, and two may have one heading
            <li key={index}>
              <ColumnRow
                column={column}
                target={plan.columns[index] ?? null}
                choices={choices}
                onChange={(target) => setTarget(index, target)}
              />
            </li>
          ))}
        </ul>
      </Card>
      <p role="status" className="text-ink-muted mt-2 mb-6 text-sm">
        {messages.matched(matched, file.columns.length)}
      </p>
      <PlanOptions plan={plan} choices={choices} onChange={(change) => setPlan({ ...plan, ...change })} />
      {check.error && (
        <div role="alert" className="bg-negative-wash text-negative mt-4 rounded-md px-3 py-2 text-sm">
          <p className="font-medium">{messages.failedCheck}</p>
          {problemsOf(check.error).map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      )}
      <div className="border-line bg-surface sticky bottom-0 z-10 mt-6 flex items-center justify-between gap-3 border-t py-3 max-md:bottom-14">
        <Button variant="quiet" busy={discard.isPending} onClick={() => discard.mutate()}>
          {messages.giveUp}
        </Button>
        <span className="flex items-center gap-3">
          {check.isPending && (
            <span role="status" className="text-ink-muted text-sm max-sm:sr-only">
              {messages.checking(messages.rows(file.rowCount))}
            </span>
          )}
          <Button type="submit" variant="primary" busy={check.isPending}>
            {messages.check}
          </Button>
        </span>
      </div>
    </form>
  );
}

const problemsOf = (error: Error): string[] =>
  isFailedRequest(error) && Object.keys(error.fields).length > 0 ? Object.values(error.fields) : [error.message];
