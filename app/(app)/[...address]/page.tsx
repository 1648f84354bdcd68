import { notFound } from "next/navigation";

/** Every address that no other page has: with this one it is told within the navigation that it is not there. */
export default function UnknownAddress(): never {
  notFound();
}
