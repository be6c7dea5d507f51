import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Profiler } from 'node:inspector/promises';

type Frame = Pick<Profiler.ProfileNode['callFrame'], 'url' | 'lineNumber' | 'columnNumber'>;

/** The file a function was written in: of a bundle that of our source, of anything else what is run. */
export type SourceOf = (frame: Frame) => string;

/** Knows the sources of a bundle that has its source map beside it. */
export function sourcesOfBundle(path: string): SourceOf {
  const payload = JSON.parse(readFileSync(`${path}.map`, 'utf8')) as SourceMapPayload;
  const bundle = pathToFileURL(path).href;
  const map = new SourceMap(payload);
  const known = new Map<string, string>();
  return ({ url, lineNumber, columnNumber }) => {
    if (url !== bundle) return url;
    const place = `${String(lineNumber)}:${String(columnNumber)}`;
    const source = known.get(place) ?? originOf(map, lineNumber, columnNumber);
    known.set(place, source);
    return source;
  };
}

/** Code that stands in no source is the bundler's own. */
function originOf(map: SourceMap, line: number, column: number): string {
  const entry = map.findEntry(line, column);
  return 'originalSource' in entry ? entry.originalSource : '';
}
