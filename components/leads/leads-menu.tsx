"use client";

import { CopyCheck, Download, FileUp, Trash2 } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { Menu, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { paths } from "@/lib/client/paths";
import { messages } from "./messages";

type LeadsMenuProps = { trigger: ReactElement; exportHref: string; mayImport: boolean };

/** What else there is to do with the list: keep it as a file, and what stands beside it. */
export function LeadsMenu({ trigger, exportHref, mayImport }: LeadsMenuProps) {
  return (
    <Menu trigger={trigger} align="end">
      <MenuLink render={<a href={exportHref} download aria-label={messages.export} />}>
        <Download aria-hidden />
        {messages.export}
      </MenuLink>
      {mayImport && (
        // Where there is room for it, it stands beside the menu.
        <MenuLink className="xl:hidden" render={<Link href={paths.imports()} />}>
          <FileUp aria-hidden />
          {messages.importLeads}
        </MenuLink>
      )}
      <MenuSeparator />
      <MenuLink render={<Link href={paths.duplicates()} />}>
        <CopyCheck aria-hidden />
        {messages.duplicates}
      </MenuLink>
      <MenuLink render={<Link href={paths.bin()} />}>
        <Trash2 aria-hidden />
        {messages.bin}
      </MenuLink>
    </Menu>
  );
}
