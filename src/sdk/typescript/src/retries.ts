import { ProblemError } from './problem.js';

const most = 3;
const firstPause = 250;
const longestPause = 30_000;

/**
 * Milliseconds to wait before a failed request is retried: exponential back-off with jitter, or as long as `Retry-After`
 * says; undefined if it must not be retried.
 */
export function pauseAfter(failure: unknown, retries: number): number | undefined {
  const asked = failure instanceof ProblemError ? retryAfter(failure.response.headers.get('Retry-After')) : 0;
  if (retries === most || asked > longestPause || (failure instanceof ProblemError && !passes(failure))) {
    return undefined;
  }
  return asked + ((firstPause * 2 ** retries) / 2) * (1 + Math.random());
}

/** Whether the same request may succeed on a retry. */
function passes({ type, response }: ProblemError): boolean {
  return (
    ([429, 502, 503, 504].includes(response.status) && type !== 'query-timeout') || type === 'request-in-progress'
  );
}

const date = /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Seconds, or a date (RFC 9110, section 10.2.3), in milliseconds; 0 for what is neither, and for a date in the past. */
function retryAfter(value: string | null): number {
  if (/^\d+$/.test(value ?? '')) {
    return Number(value) * 1000;
  }
  // Date.parse alone makes a date of almost anything, such as 'soon 2099'.
  const asked = date.test(value ?? '') ? Date.parse(value ?? '') - Date.now() : 0;
  return Math.max(asked || 0, 0);
}
