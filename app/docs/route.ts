import { headers } from "next/headers";
import { referenceVersion } from "./reference";

/** The page of the API: our document in a reader that is served from here, so that it works offline. */
export async function GET(): Promise<Response> {
  const nonce = (await headers()).get("x-nonce") ?? "";
  return new Response(page(nonce), {
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  });
}

const settings = {
  url: "/api/openapi.json",
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: "never",
  mcp: { disabled: true },
  agent: { disabled: true },
  documentDownloadType: "json",
  metaData: { title: "API reference · Leadwright" },
  customCss: `
    @font-face { font-family: Geist; src: url(/docs/geist.woff2) format("woff2"); font-weight: 100 900; font-display: swap; }
    :root { --scalar-font: Geist, ui-sans-serif, system-ui, sans-serif; --scalar-font-code: ui-monospace, monospace; --scalar-radius: 6px; }
    .light-mode { --scalar-color-accent: #0d5c73; --scalar-background-1: #fefefd; --scalar-background-2: #f6f5f3; --scalar-background-3: #eeedea; }
    .dark-mode { --scalar-color-accent: #8bd0e2; --scalar-background-1: #191817; --scalar-background-2: #131211; --scalar-background-3: #262523; }`,
};

const page = (nonce: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>API reference · Leadwright</title>
<link rel="icon" href="/mark.svg" type="image/svg+xml">
</head>
<body>
<main id="reference"></main>
<noscript>The reader needs JavaScript. The document itself is at <a href="/api/openapi.json">/api/openapi.json</a>.</noscript>
<script nonce="${nonce}" src="/docs/reference.js?${referenceVersion}"></script>
<script nonce="${nonce}">Scalar.createApiReference("#reference", ${JSON.stringify(settings)})</script>
</body>
</html>
`;
