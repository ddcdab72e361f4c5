import { useSignal } from '@preact/signals';
import type { HostModel } from '../../ui/page-model.ts';
import { present } from '../../ui/present.ts';
import { host as words } from '../../words/en.ts';

export function ResultsButton({ model }: { model: HostModel }) {
  const label = useSignal<string>(words.podium.results);
  const working = useSignal(false);
  const download = async () => {
    if (working.peek()) return;
    working.value = true;
    label.value = words.podium.fetching(0);
    try {
      const [results, { resultsCsv, resultsFileName }] = await Promise.all([
        model.results((share) => {
          label.value = words.podium.fetching(Math.round(share * 100));
        }),
        import('./results-csv.ts'),
      ]);
      save(resultsCsv(results), resultsFileName(present(model.room.peek()).title, new Date()));
      label.value = words.podium.results;
    } catch {
      label.value = words.podium.failed;
    }
    working.value = false;
  };
  return (
    <>
      <button type="button" class="quiet results" aria-busy={working.value} onClick={download}>
        {label.value}
      </button>
      <span role="status" class="visually-hidden">
        {label.value === words.podium.failed && label.value}
      </span>
    </>
  );
}

function save(csv: string, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  // Browsers read the blob after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
