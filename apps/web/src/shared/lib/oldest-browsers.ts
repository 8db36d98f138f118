/**
 * What Chrome 87 and Safari 14 lack of what our sources and libraries use; the bundler lowers syntax, not methods.
 * `test/browser/floor.spec.ts` finds anything newer in the built files.
 */
const define = (owner: object, name: string, value: unknown): void => {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true });
};

function at(this: ArrayLike<unknown>, place: number): unknown {
  const index = Math.trunc(place);
  return this[index < 0 ? this.length + index : index];
}

define(Array.prototype, 'at', at);
define(String.prototype, 'at', at);
define(Object, 'hasOwn', (owner: object, key: PropertyKey): boolean =>
  Object.prototype.hasOwnProperty.call(owner, key),
);
