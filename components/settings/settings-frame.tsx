"use client";

import { Archive, KeyRound, Mail, SquareKanban, UserRound, UsersRound } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { messages } from "./messages";

type SettingsFrameProps = {
  /** Whether the person runs the location. */ isAdministrator: boolean;
  children: ReactNode;
};

/** What stands around every page of the settings: their names at the left, or above on small screens. */
export function SettingsFrame({ isAdministrator, children }: SettingsFrameProps) {
  const pathname = usePathname();
  const sections = [
    { label: messages.profile, href: paths.profile(), icon: UserRound },
    ...(isAdministrator
      ? [
          { label: messages.members, href: paths.members(), icon: UsersRound },
          { label: messages.pipeline, href: paths.pipelineSettings(), icon: SquareKanban },
          { label: messages.developer, href: paths.developer(), icon: KeyRound },
          { label: messages.outbox, href: paths.outbox(), icon: Mail },
          { label: messages.data, href: paths.data(), icon: Archive },
        ]
      : []),
  ];
  return (
    <>
      <PageHeader title={messages.title} />
      <div className="mx-auto flex max-w-300 gap-8 p-4 max-lg:flex-col max-lg:gap-4 md:p-6">
        <nav
          aria-label={messages.sections}
          className="flex shrink-0 gap-0.5 max-lg:overflow-x-auto max-lg:*:shrink-0 lg:w-44 lg:flex-col"
        >
          {sections.map((section) => (
            <Link
              key={section.href}
              href={section.href}
              aria-current={pathname === section.href ? "page" : undefined}
              className="text-ink-muted hover:bg-hover hover:text-ink aria-[current=page]:bg-hover aria-[current=page]:text-ink flex h-8 items-center gap-2.5 rounded-md px-2.5 text-sm transition-colors aria-[current=page]:font-medium pointer-coarse:h-10"
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
