/** An organisation that contacts belong to, as records point at it. */
export type BusinessReference = { id: string; number: number; name: string };

/** The fields of a business that people and programs set; null where nothing is known. */
export type BusinessFields = {
  name: string;
  email: string | null;
  phone: string | null;
  website: string | null;
  address: string | null;
  city: string | null;
  state: string | null;
  postalCode: string | null;
  country: string | null;
  description: string | null;
};

/** An organisation with all that is known of it. */
export type Business = BusinessFields & { id: string; number: number; createdAt: Date; updatedAt: Date };
