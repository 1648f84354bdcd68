import { pageMessages } from "@/app/page-messages";
import { pageLocale } from "@/app/signed-in";
import { BrandMark } from "@/components/ui/brand-mark";
import { buttonClass } from "@/components/ui/button";
import { StateMessage } from "@/components/ui/state-message";
import { paths } from "@/lib/client/paths";

export default async function NotFound() {
  await pageLocale();
  return (
    <StateMessage
      icon={<BrandMark />}
      title={pageMessages.notFound}
      className="py-32"
      action={
        // Every page names the scripts of this one: it has none of its own.
        <a href={paths.overview()} className={buttonClass({ variant: "primary" })}>
          {pageMessages.toOverview}
        </a>
      }
    >
      {pageMessages.notFoundHint}
    </StateMessage>
  );
}
