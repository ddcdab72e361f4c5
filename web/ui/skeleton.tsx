import { host as words } from '../words/en.ts';

/** Shown after 300 ms. */
export function Skeleton({ label }: { label: string }) {
  return (
    <main class="shelf skeleton" aria-busy="true">
      <p class="brand">{words.product}</p>
      <h1 class="visually-hidden">{label}</h1>
      <div class="bone bone-title" />
      <div class="covers">
        {[1, 2, 3].map((n) => (
          <div key={n} class="bone bone-cover" />
        ))}
      </div>
    </main>
  );
}
