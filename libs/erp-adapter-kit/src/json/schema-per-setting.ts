/**
 * A schema that depends on a setting, made once for each value of it: making one costs more than reading many rows.
 * For settings of few values, such as a time zone or the order of day and month; what was made is kept.
 */
export function schemaPerSetting<Setting extends string, Schema>(
  make: (setting: Setting) => Schema,
): (setting: Setting) => Schema {
  const made = new Map<Setting, Schema>();
  return (setting) => {
    const known = made.get(setting);
    if (known !== undefined) return known;
    const schema = make(setting);
    made.set(setting, schema);
    return schema;
  };
}
