import type { Tone } from '@noticeboard/domain/scales';

/** The shape of a tone, so that no status is told by colour alone; a neutral one has none. The word stands beside it. */
export const Shape = ({ tone }: { tone: Tone }) => {
  if (tone === 'neutral') return null;
  return (
    <svg className="nb-shape nb-status__shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {drawings[tone]}
    </svg>
  );
};

const drawings = {
  green: (
    <>
      <circle cx="8" cy="8" r="7.5" fill="#0b6b43" />
      <path d="M4.4 8.3 7 10.9l4.7-5.2" fill="none" stroke="#ffffff" strokeWidth="2" />
    </>
  ),
  amber: (
    <>
      <path d="M8 1.4 15.2 14.4H.8Z" fill="#f2a71b" stroke="#7a4a00" strokeWidth="1.4" strokeLinejoin="round" />
      <path d="M8 5.8v4" stroke="#0b0c0c" strokeWidth="1.8" />
      <circle cx="8" cy="12" r="1.1" fill="#0b0c0c" />
    </>
  ),
  red: (
    <>
      <rect x=".8" y=".8" width="14.4" height="14.4" fill="#b01e28" />
      <path d="m4.8 4.8 6.4 6.4m0-6.4-6.4 6.4" stroke="#ffffff" strokeWidth="2" />
    </>
  ),
  blue: (
    <>
      <path d="M8 .6 14.4 3v4.6c0 3.8-2.6 6.6-6.4 7.9C4.2 14.2 1.6 11.4 1.6 7.6V3Z" fill="#2073bc" />
      <path d="M4.8 7.8 7.2 10.2l4-4.5" fill="none" stroke="#ffffff" strokeWidth="1.9" />
    </>
  ),
  none: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="#5b646b" strokeWidth="1.5" strokeDasharray="2.6 1.9" />
      <path d="M5 8h6" stroke="#5b646b" strokeWidth="1.5" />
    </>
  ),
  pending: (
    <>
      <circle cx="8" cy="8" r="6.7" fill="none" stroke="#5b646b" strokeWidth="1.5" />
      <path d="M8 4.2V8l2.8 1.7" fill="none" stroke="#5b646b" strokeWidth="1.5" />
    </>
  ),
} as const satisfies Record<Exclude<Tone, 'neutral'>, unknown>;
