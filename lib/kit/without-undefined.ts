/** `fields` without the ones that are undefined: "leave alone" must not overwrite. */
export function withoutUndefined<Fields extends object>(fields: Fields): Partial<Fields> {
  const defined: Partial<Fields> = {};
  // The keys of an object are its fields' names.
  for (const name of Object.keys(fields) as (keyof Fields)[])
    if (fields[name] !== undefined) defined[name] = fields[name];
  return defined;
}
