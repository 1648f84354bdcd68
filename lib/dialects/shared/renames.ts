/** A table of names: a field's name on the wire, and its name in the domain. */
type Names = Readonly<Record<string, string>>;

/** The fields of a wire object under their names in the domain. */
type Decoded<Table extends Names, Wire> = { [Name in keyof Table & keyof Wire as Table[Name]]: Wire[Name] };

/** The fields of a domain object under their names on the wire. */
type Encoded<Table extends Names, Fields extends Record<Table[keyof Table], unknown>> = {
  -readonly [Name in keyof Table]: Fields[Table[Name]];
};

/**
 * Both directions of a table of names, wire to domain. A field that the wire object does not have is
 * undefined in the domain: it leaves alone.
 */
export function renames<const Table extends Names>(table: Table) {
  const pairs = Object.entries(table);
  return {
    decode<Wire extends Partial<Record<keyof Table, unknown>>>(wire: Wire): Decoded<Table, Wire> {
      // The table's entries are exactly the names of the type.
      return Object.fromEntries(pairs.map(([name, field]) => [field, wire[name]])) as Decoded<Table, Wire>;
    },
    encode<Fields extends Record<Table[keyof Table], unknown>>(fields: Fields): Encoded<Table, Fields> {
      const known: Record<string, unknown> = fields;
      // As above.
      return Object.fromEntries(pairs.map(([name, field]) => [name, known[field]])) as Encoded<Table, Fields>;
    },
  };
}
