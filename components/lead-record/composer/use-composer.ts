import { useState } from "react";
import { leadApiPath } from "@/components/lead-record/queries";
import { useWrite } from "@/components/lead-record/use-write";
import { isFailedRequest } from "@/lib/client/api";
import { useDraft } from "./use-draft";

type Sending<Draft> = {
  leadId: string;
  /** What is sent to, below the lead's own path. */
  path: "notes" | "calls" | "tasks" | "appointments";
  empty: Draft;
  done: string;
  /** The body, or what is wrong with the draft. */
  bodyOf: (draft: Draft) => { body: unknown } | { problem: string };
};

/** The draft of a form of the composer, and sending it: it is thrown away once the server has it. */
export function useComposer<Draft extends object>({ leadId, path, empty, done, bodyOf }: Sending<Draft>) {
  const [draft, setDraft] = useDraft(`${leadId}.${path}`, empty);
  const [problem, setProblem] = useState<string | null>(null);
  const { send, isBusy } = useWrite(leadId);
  const submit = async () => {
    const read = bodyOf(draft);
    if ("problem" in read) return setProblem(read.problem);
    try {
      await send({ method: "POST", path: `${leadApiPath(leadId)}/${path}`, body: read.body, done }, () => false);
      setDraft(null);
      setProblem(null);
    } catch (error) {
      const fields = isFailedRequest(error) ? Object.values(error.fields) : [];
      setProblem(fields[0] ?? (error instanceof Error ? error.message : String(error)));
    }
  };
  const change = (part: Partial<Draft>) => {
    setProblem(null);
    setDraft({ ...draft, ...part });
  };
  return {
    draft,
    change,
    frame: {
      busy: isBusy,
      problem,
      hasDraft: JSON.stringify(draft) !== JSON.stringify(empty),
      onSubmit: () => void submit(),
      onDiscard: () => {
        setDraft(null);
        setProblem(null);
      },
    },
  };
}
