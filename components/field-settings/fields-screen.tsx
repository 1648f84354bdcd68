"use client";

import { useQuery } from "@tanstack/react-query";
import { QueryFailure } from "@/components/fields/query-failure";
import { Skeleton } from "@/components/ui/skeleton";
import { recordTypes } from "@/lib/custom-fields/model";
import { FieldsCard } from "./fields-card";
import { messages } from "./messages";
import { fieldsQuery } from "./queries";

/** What the location notes of leads and contacts beyond what all of them have. */
export function FieldsScreen() {
  const { data, error, refetch } = useQuery(fieldsQuery());
  if (error && !data) return <QueryFailure error={error} title={messages.failed} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-40" />;
  return (
    <div className="max-w-180">
      {recordTypes.map((recordType) => (
        <FieldsCard
          key={recordType}
          recordType={recordType}
          fields={data.fields.filter((field) => field.recordType === recordType)}
        />
      ))}
    </div>
  );
}
