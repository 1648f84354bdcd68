import { BrandMark } from "@/components/ui/brand-mark";
import { buttonClass } from "@/components/ui/button";
import { StateMessage } from "@/components/ui/state-message";
import { paths } from "@/lib/client/paths";
import { pageMessages } from "./page-messages";

export default function NotFound() {
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <StateMessage
        icon={<BrandMark />}
        title={pageMessages.notFound}
        action={
          // Every page names the scripts of this one: it has none of its own.
          <a href={paths.overview()} className={buttonClass({ variant: "primary" })}>
            {pageMessages.toOverview}
          </a>
        }
      >
        {pageMessages.notFoundHint}
      </StateMessage>
    </main>
  );
}
