import { say, type Sentence } from './sentence.js';

/** A value as a person recognises it, on one line and never long. */
export function quote(value: string): string;
export function quote(value: unknown): string | Sentence;
export function quote(value: unknown): string | Sentence {
  if (typeof value === 'string') {
    return JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}…` : value);
  }
  if (Array.isArray(value)) return value.length === 0 ? say`an empty list` : say`a list`;
  if (typeof value === 'object' && value !== null) return say`an object`;
  return typeof value === 'number' || typeof value === 'boolean' || value === null
    ? String(value)
    : say`nothing`;
}
