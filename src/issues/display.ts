// The two symbols by which programs ask a value to show itself. All rich display in the library goes through this file
// and src/table/display.ts.
const INSPECT = Symbol.for("nodejs.util.inspect.custom");
const JUPYTER = Symbol.for("Jupyter.display");

/** What an object shows: text in a terminal, HTML in a notebook. */
export interface Display {
  readonly text: () => string;
  readonly html?: () => string;
}

/** The same object, which now prints itself in Node's console and in Jupyter; its own properties are unchanged. */
export function displayable<T extends object>(value: T, display: Display): T {
  const define = (symbol: symbol, method: () => unknown): void => {
    Object.defineProperty(value, symbol, { value: method, enumerable: false, configurable: true });
  };
  define(INSPECT, display.text);
  define(JUPYTER, () => {
    const html = display.html?.();
    return { "text/plain": display.text(), ...(html === undefined ? {} : { "text/html": html }) };
  });
  return value;
}
