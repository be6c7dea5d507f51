import { TestBed } from '@angular/core/testing';
import { ColorScheme } from './color-scheme';

function scheme(): ColorScheme {
  const service = TestBed.inject(ColorScheme);
  TestBed.tick();
  return service;
}

describe('the colour scheme', () => {
  beforeEach(() => localStorage.clear());

  it('follows the device until somebody chooses', () => {
    expect(scheme().choice()).toBe('system');
    expect(document.documentElement.dataset['scheme']).toBeUndefined();
  });

  it('is applied and remembered when chosen, and forgotten again', () => {
    const chosen = scheme();
    chosen.choose('dark');
    TestBed.tick();
    expect(document.documentElement.dataset['scheme']).toBe('dark');
    expect(localStorage.getItem('hw.color-scheme')).toBe('dark');

    chosen.choose('system');
    TestBed.tick();
    expect(localStorage.getItem('hw.color-scheme')).toBeNull();
  });

  it('is the remembered one on the next visit', () => {
    localStorage.setItem('hw.color-scheme', 'light');
    expect(scheme().choice()).toBe('light');
  });
});
