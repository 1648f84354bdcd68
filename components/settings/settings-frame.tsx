"use client";

import {
  Archive,
  Building2,
  ContactRound,
  KeyRound,
  Mail,
  ScrollText,
  SquareKanban,
  Tags,
  TextCursorInput,
  UserRound,
  UsersRound,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { useListKeys } from "@/components/shell/use-list-keys";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { messages } from "./messages";

type SettingsFrameProps = {
  /** Whether the person runs the location. */ isAdministrator: boolean;
  children: ReactNode;
};

/** On small screens the names are a line that is wider than the screen. */
const showLink = (link: HTMLAnchorElement | null) => link?.scrollIntoView({ block: "nearest", inline: "center" });

/** What stands around every page of the settings: their names at the left, or above on small screens. Keys go along their lists. */
export function SettingsFrame({ isAdministrator, children }: SettingsFrameProps) {
  const pathname = usePathname();
  useListKeys({ name: "settings", title: messages.title });
  const sections = [
    { label: messages.profile, href: paths.profile(), icon: UserRound },
    ...(isAdministrator
      ? [
          { label: messages.location, href: paths.locationSettings(), icon: Building2 },
          { label: messages.members, href: paths.members(), icon: UsersRound },
          { label: messages.pipeline, href: paths.pipelineSettings(), icon: SquareKanban },
          { label: messages.fields, href: paths.fields(), icon: TextCursorInput },
          { label: messages.tags, href: paths.tags(), icon: Tags },
          { label: messages.contacts, href: paths.contactSettings(), icon: ContactRound },
          { label: messages.developer, href: paths.developer(), icon: KeyRound },
          { label: messages.outbox, href: paths.outbox(), icon: Mail },
          { label: messages.auditLog, href: paths.auditLog(), icon: ScrollText },
          { label: messages.data, href: paths.data(), icon: Archive },
        ]
      : []),
  ];
  return (
    <>
      <PageHeader title={messages.title} />
      <div className="flex max-w-300 gap-8 p-4 max-lg:flex-col max-lg:gap-4 md:p-6">
        <nav
          aria-label={messages.sections}
          className="flex shrink-0 gap-0.5 max-lg:-mx-4 max-lg:[scrollbar-width:none] max-lg:overflow-x-auto max-lg:px-4 max-lg:py-1 lg:w-44 lg:flex-col"
        >
          {sections.map((section) => (
            <Link
              key={section.href}
              href={section.href}
              aria-current={pathname === section.href ? "page" : undefined}
              ref={pathname === section.href ? showLink : undefined}
              className="text-ink-muted hover:bg-hover hover:text-ink aria-[current=page]:bg-hover aria-[current=page]:text-ink flex h-8 shrink-0 items-center gap-2.5 rounded-md px-2.5 text-sm transition-colors aria-[current=page]:font-medium pointer-coarse:h-10"
            >
              <section.icon aria-hidden className="size-4" />
              {section.label}
            </Link>
          ))}
        </nav>
        <div className="min-w-0 flex-1">{children}</div>
      </div>
    </>
  );
}
