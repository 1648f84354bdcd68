import { encode } from "uqr";

/** A QR code of a text, drawn here: what it says is nobody else's to know. Dark on light in every theme, as cameras want it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 2 });
  const dots = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])));
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-44 self-center"
    >
      <path d={`M0 0h${size}v${size}h-${size}z`} fill="white" />
      <path d={dots.join("")} fill="black" />
    </svg>
  );
}
