import { type RefObject, useEffect, useState } from "react";
import { useLatest } from "@/components/ui/use-latest";

/**
 * Takes the files that are dropped anywhere on the page or the panel that `inside` is in. A drop beside it
 * does nothing, where the browser would leave for the file. Answers whether files are held over it.
 */
export function useFileDrop(inside: RefObject<HTMLElement | null>, onDrop: (files: File[]) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const take = useLatest(onDrop);
  useEffect(() => {
    const isOurs = ({ target }: DragEvent) =>
      target instanceof Node && inside.current?.closest("[role=dialog], main")?.contains(target) === true;
    const held = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setIsOver(event.type === "dragover" && isOurs(event));
      if (event.type === "drop" && isOurs(event)) take.current([...event.dataTransfer.files]);
    };
    const gone = ({ relatedTarget }: DragEvent) => relatedTarget === null && setIsOver(false);
    addEventListener("dragover", held);
    addEventListener("drop", held);
    addEventListener("dragleave", gone);
    return () => {
      removeEventListener("dragover", held);
      removeEventListener("drop", held);
      removeEventListener("dragleave", gone);
    };
  }, [inside, take]);
  return isOver;
}
