import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { of } from 'rxjs';
import { searchHits } from './search-hits';

interface Source {
  readonly id: string;
  readonly calls: number;
}

function searching(query: string) {
  const context = signal<readonly Source[]>([{ id: 'east', calls: 0 }]);
  const asked: string[] = [];
  TestBed.runInInjectionContext(() =>
    searchHits({ query: signal(query), context, pauseMs: 0 }, (text, sources: readonly Source[]) => {
      asked.push(`${text} in ${sources.map(({ id }) => id).join()}`);
      return of([]);
    }),
  );
  const settle = async () => {
    TestBed.tick();
    // The pause of 0 ms still is a timer.
    await new Promise((done) => setTimeout(done, 5));
  };
  return { context, asked, settle };
}

describe('hits that follow what is typed', () => {
  it('are asked for again when other ERPs are asked, and not when only their health was read anew', async () => {
    const { context, asked, settle } = searching('bearing');
    await settle();
    context.set([{ id: 'east', calls: 7 }]);
    await settle();
    expect(asked).toEqual(['bearing in east']);
    context.set([
      { id: 'east', calls: 7 },
      { id: 'west', calls: 0 },
    ]);
    await settle();
    expect(asked).toEqual(['bearing in east', 'bearing in east,west']);
  });

  it('are not asked for with one letter', async () => {
    const { asked, settle } = searching('b');
    await settle();
    expect(asked).toEqual([]);
  });
});
