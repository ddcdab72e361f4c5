import type { ResultsOf, RoomModel } from '../../ui/page-model.ts';
import { saveFile } from '../../ui/save-file.ts';
import { useSignal } from '../../ui/use-signal.ts';
import { host as words } from '../../words/en.ts';

interface ResultsButtonProps {
  model: RoomModel;
  title: string;
  of: ResultsOf;
}

/** A download for each game of a room. */
export function ResultsOfGames({ games, ...props }: ResultsButtonProps & { games: number }) {
  if (games < 2) return <ResultsButton {...props} />;
  return Array.from({ length: games }, (_, game) => <ResultsButton key={game} {...props} of={{ ...props.of, game }} />);
}

export function ResultsButton({ model, title, of }: ResultsButtonProps) {
  const name = of.game === undefined ? words.podium.results : words.podium.resultsOf(of.game + 1);
  const label = useSignal<string>(name);
  const working = useSignal(false);
  const download = async () => {
    if (working.peek()) return;
    working.value = true;
    label.value = words.podium.fetching(0);
    try {
      const [results, { resultsCsv, resultsFileName }] = await Promise.all([
        model.results(of, (share) => {
          label.value = words.podium.fetching(Math.round(share * 100));
        }),
        import('./results-csv.ts'),
      ]);
      saveFile(resultsFileName(title, new Date(), of.game), resultsCsv(results), 'text/csv;charset=utf-8');
      label.value = name;
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
