"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { chooseTheme, themes } from "@/lib/client/theme";
import { useTheme } from "@/lib/client/use-theme";
import { messages } from "./messages";

const icons = { system: Monitor, light: Sun, dark: Moon };

/** Light, dark, or as the system says. */
export function ThemeChoice() {
  const theme = useTheme();
  return (
    <SegmentedControl
      label={messages.appearance}
      value={theme}
      segments={themes.map((value) => {
        const Icon = icons[value];
        return {
          value,
          label: (
            <>
              <Icon aria-hidden className="size-4" />
              {messages.themes[value]}
            </>
          ),
        };
      })}
      onChange={chooseTheme}
    />
  );
}
