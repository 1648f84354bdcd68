/** An organisation that contacts belong to, as records point at it. */
export type BusinessReference = { id: string; number: number; name: string };
