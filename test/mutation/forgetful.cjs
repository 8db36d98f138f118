// Map and WeakMap that are empty again whenever all is to be forgotten.
let day = 0;

class Forgetful {
  #held;
  #day = day;
  #make;
  constructor(make) {
    this.#make = make;
    this.#held = make();
  }
  get #today() {
    if (this.#day !== day) [this.#day, this.#held] = [day, this.#make()];
    return this.#held;
  }
  get size() {
    return this.#today.size;
  }
  get(key) {
    return this.#today.get(key);
  }
  set(key, value) {
    this.#today.set(key, value);
    return this;
  }
  has(key) {
    return this.#today.has(key);
  }
  delete(key) {
    return this.#today.delete(key);
  }
  keys() {
    return this.#today.keys();
  }
}

exports.forget = () => void (day += 1);
exports.Map = class extends Forgetful {
  constructor() {
    super(() => new Map());
  }
};
exports.WeakMap = class extends Forgetful {
  constructor() {
    super(() => new WeakMap());
  }
};
