/** Bundles server code into ESM files, one an entry: `node build-server.mts [name=]<entry.ts> … <output folder>`. */
import { resolve } from 'node:path';
import { rspack, type Configuration } from '@rspack/core';
import { workspaceRoot } from './workspace-root.mts';

const entries = process.argv.slice(2, -1);
const outputFolder = process.argv.at(-1);
if (entries.length === 0 || outputFolder === undefined) {
  throw new Error('usage: build-server.mts [name=]<entry.ts> … <output folder>');
}

const configuration: Configuration = {
  mode: 'production',
  target: 'node24',
  context: workspaceRoot,
  entry: Object.fromEntries(entries.map(namedEntry)),
  devtool: 'source-map',
  output: {
    path: resolve(workspaceRoot, outputFolder),
    filename: '[name].mjs',
    module: true,
    chunkFormat: 'module',
    library: { type: 'module' },
    clean: true,
  },
  resolve: { extensions: ['.ts', '.mts', '.js'], tsConfig: resolve(workspaceRoot, 'tsconfig.base.json') },
  /** What npm installs stays outside: only our own modules and their aliases are bundled. */
  externals: [
    ({ request }, callback) => {
      const ours = request === undefined || /^(\.|\/|@headwater\/)/.test(request);
      if (ours) callback();
      else callback(undefined, `module ${request}`);
    },
  ],
  module: {
    rules: [
      {
        test: /\.m?ts$/,
        loader: 'builtin:swc-loader',
        options: {
          jsc: {
            parser: { syntax: 'typescript', decorators: true },
            transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
            target: 'es2023',
            keepClassNames: true,
          },
        },
        type: 'javascript/auto',
      },
    ],
  },
  /** Class names are part of the product: Nest and TypeORM read them. */
  optimization: { minimize: false },
  performance: false,
};

function namedEntry(argument: string): readonly [string, string] {
  const [path = '', name = 'main'] = argument.split('=').toReversed();
  return [name, resolve(workspaceRoot, path)];
}

const stats = await new Promise<import('@rspack/core').Stats>((done, fail) => {
  rspack(configuration, (error, result) => {
    if (error !== null) fail(error);
    else if (result === undefined) fail(new Error('rspack gave no result'));
    else done(result);
  });
});
console.log(stats.toString({ preset: 'errors-warnings', timings: true }));
if (stats.hasErrors()) process.exitCode = 1;
