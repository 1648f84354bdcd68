"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { QueryFailure } from "@/components/fields/query-failure";
import { LoadingLines } from "@/components/ui/loading-lines";
import { PageHeader } from "@/components/ui/page-header";
import { TitleBelow } from "@/components/ui/title-below";
import { paths } from "@/lib/client/paths";
import type { ImportAnswer } from "@/lib/dialects/native/imports";
import { CheckStep } from "./check-step";
import { MatchStep } from "./match-step";
import { messages } from "./messages";
import { ProgressStep } from "./progress-step";
import { importQuery, isAtWork } from "./queries";
import { ResultStep } from "./result-step";
import { Steps } from "./steps";

/** One import, from its columns to what became of it. Where it is, the server knows: a reload shows the same. */
export function ImportScreen({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(importQuery(id));
  return (
    <>
      <PageHeader
        title={
          <TitleBelow href={paths.imports()} page={messages.title}>
            {data?.fileName}
          </TitleBelow>
        }
        detail={data && describe(data)}
      />
      {error && !data ? (
        <QueryFailure error={error} title={messages.failedOne} onRetry={() => void refetch()} className="py-20" />
      ) : !data ? (
        <LoadingLines className="p-6" />
      ) : (
        <div className="mx-auto max-w-250 p-4 md:p-6">
          <ImportBody file={data} />
        </div>
      )}
    </>
  );
}

const describe = ({ rowCount, encoding, delimiter, program }: ImportAnswer): string =>
  [
    messages.rows(rowCount),
    messages.encodings[encoding],
    messages.delimiters[delimiter],
    program && messages.from(program),
  ]
    .filter(Boolean)
    .join(" · ");

function ImportBody({ file }: { file: ImportAnswer }) {
  const [isMatching, setIsMatching] = useState(false);
  if (file.status === "ready") {
    const checks = file.preview !== null && !isMatching;
    return (
      <>
        <Steps current={checks ? 1 : 0} />
        {file.preview && checks ? (
          <CheckStep file={file} preview={file.preview} onBack={() => setIsMatching(true)} />
        ) : (
          <MatchStep file={file} onChecked={() => setIsMatching(false)} />
        )}
      </>
    );
  }
  return isAtWork(file) ? <ProgressStep file={file} /> : <ResultStep file={file} />;
}
