import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';

type Modules = Readonly<Record<string, unknown>>;
type Factory = (...modules: readonly unknown[]) => unknown;

/** Loads a reference script as NetSuite would, with stand-ins for the modules it asks for. */
export function suiteScript<T>(file: string, modules: Modules): T {
  const source = readFileSync(join(__dirname, '../../suitescript', file), 'utf8');
  let exported: unknown;
  const define = (names: readonly string[], factory: Factory): void => {
    exported = factory(
      ...names.map((name) => {
        const module = modules[name];
        if (module === undefined) throw new Error(`the script asks for ${name}`);
        return module;
      }),
    );
  };
  runInContext(source, createContext({ define, JSON, Date, Number, String, Set }));
  return exported as T;
}
