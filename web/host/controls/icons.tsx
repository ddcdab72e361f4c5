export const LockMark = ({ locked }: { locked: boolean }) => (
  <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
    <path
      d={locked ? 'M5 7V5a3 3 0 0 1 6 0v2' : 'M5 7V4.5a3 3 0 0 1 5.8-1'}
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
    />
    <rect x="3" y="7" width="10" height="7.5" rx="1.6" fill="currentColor" />
  </svg>
);

export const FlameMark = () => (
  <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
    <path
      d="M8.6 1c.5 2.4-.6 3.4-1.7 4.6C5.5 7 4 8.3 4 10.600A4.2 4.2 0 0 0 8.2 15c2.5 0 4.2-1.9 4.2-4.3 0-2-1-3.5-1.9-4.6-.1 1-.4 1.7-1.1 2.200C9.6 5.6 9.7 2.8 8.6 1z"
      fill="currentColor"
    />
  </svg>
);

export const UpMark = () => (
  <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M8 3l5.5 9h-11z" fill="currentColor" />
  </svg>
);

export const MenuMark = () => (
  <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
    <circle cx="3" cy="8" r="1.6" fill="currentColor" />
    <circle cx="8" cy="8" r="1.6" fill="currentColor" />
    <circle cx="13" cy="8" r="1.6" fill="currentColor" />
  </svg>
);

export const PlayMark = () => (
  <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M4 2.5v11l9.5-5.5z" fill="currentColor" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" />
  </svg>
);

/** @param level 0 to 1 */
export const LoudMark = ({ level }: { level: number }) => (
  <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M1.5 6v4h2.5l4 3.5v-11L4 6z" fill="currentColor" />
    <path
      d={level === 0 ? 'm10.5 6 4 4m0-4-4 4' : level < 0.5 ? 'M10.5 6a3 3 0 0 1 0 4' : 'M10.5 6a3 3 0 0 1 0 4m2-6a6 6 0 0 1 0 8'}
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
    />
  </svg>
);
