/**
 * The same function, which works only once for each value: the store gives every screen the same list as long as no set changes.
 * @param of must depend on nothing but the value
 */
export function onceFor<Of extends object, T extends object>(of: (value: Of) => T): (value: Of) => T {
  const made = new WeakMap<Of, T>();
  return (value) => {
    const result = made.get(value) ?? of(value);
    made.set(value, result);
    return result;
  };
}
