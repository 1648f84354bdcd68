import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "@/components/shell/providers";
import { parseTheme, themeCookie } from "@/lib/client/theme";
import { currentLanguage } from "@/lib/kit/language";
import "./globals.css";
import { InLanguage } from "./in-language";
import { pageMessages } from "./page-messages";
import { pageLocale } from "./signed-in";

const geist = localFont({
  src: "../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2",
  variable: "--font-geist",
  weight: "100 900",
  // One that comes late is kept for the next page: words of a page that is being read do not move.
  display: "optional",
});

const geistMono = localFont({
  src: "../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2",
  variable: "--font-geist-mono",
  weight: "100 900",
  preload: false,
});

export async function generateMetadata(): Promise<Metadata> {
  await pageLocale();
  return {
    title: { default: "Leadwright", template: "%s · Leadwright" },
    description: pageMessages.description,
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [given, locale] = await Promise.all([cookies(), pageLocale()]);
  const theme = parseTheme(given.get(themeCookie)?.value);
  const language = currentLanguage();
  return (
    <html
      lang={language}
      data-theme={theme === "system" ? undefined : theme}
      className={`${geist.variable} ${geistMono.variable}`}
    >
      <body>
        <div id="root">
          <InLanguage language={language} locale={locale}>
            <Providers>{children}</Providers>
          </InLanguage>
        </div>
      </body>
    </html>
  );
}
