export const Medal = ({ rank }: { rank: number }) => (
  <svg class="medal" data-rank={rank} viewBox="0 0 96 112" aria-hidden="true">
    <path class="medal-ribbon" d="M22 0h22l16 44H38ZM74 0H52L36 44h22Z" />
    <circle cx="48" cy="74" r="36" fill="currentColor" />
    <text key={rank} x="48" y="87" text-anchor="middle">
      {rank}
    </text>
  </svg>
);
