"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DialogActions } from "@/components/ui/dialog";
import { messages } from "./messages";

/** A secret that is shown this once, to be copied. */
export function Secret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setIsCopied(true);
  };
  return (
    <>
      <div className="border-line bg-sunken flex items-center gap-2 rounded-md border p-2 pl-3">
        <code className="min-w-0 flex-1 font-mono text-sm break-all select-all">{secret}</code>
        <Button size="small" onClick={() => void copy()}>
          {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
          <span role="status">{isCopied ? messages.copied : messages.copy}</span>
        </Button>
      </div>
      <DialogActions>
        <Button variant="primary" onClick={onDone}>
          {messages.done}
        </Button>
      </DialogActions>
    </>
  );
}
