import { Compass } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { StateMessage } from "@/components/ui/state-message";
import { paths } from "@/lib/client/paths";

export default function NotFound() {
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <StateMessage
        icon={<Compass />}
        title="There is no such page"
        action={
          <Link href={paths.overview()} className={buttonClass({ variant: "primary" })}>
            Go to the overview
          </Link>
        }
      >
        The link is old, or has a typing mistake.
      </StateMessage>
    </main>
  );
}
