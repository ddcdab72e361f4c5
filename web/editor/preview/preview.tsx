import { useEffect, useState } from 'preact/hooks';
import { QuestionScreen as OnProjector } from '../../host/question/question-screen.tsx';
import { QuestionTitle } from '../../host/question/question-title.tsx';
import { Header } from '../../player/header.tsx';
import { QuestionScreen as OnPhone } from '../../player/question/question-screen.tsx';
import { editor as words } from '../../words/en-editor.ts';
import { PreviewFrame } from './preview-frame.tsx';
import { type Previewed, stillHost, stillPlayer } from './still-room.ts';

/** Keys are shown first, ms. */
const REST_MS = 150;

export interface PageStyles {
  player: string;
  host: string;
}

export function Preview({ previewed, styles }: { previewed: Previewed; styles: PageStyles }) {
  const shown = useRested(previewed);
  const host = stillHost(shown);
  const player = stillPlayer(shown);
  return (
    <section class="preview" aria-label={words.preview.title}>
      <h2>{words.preview.projector}</h2>
      <PreviewFrame title={words.preview.frame(words.preview.projector)} width={1280} height={720} style={styles.host}>
        <div class="stage" data-phase="question">
          <header class="head">
            <QuestionTitle model={host} />
          </header>
          <main class="act">
            <OnProjector key={shown.number} model={host} />
          </main>
        </div>
      </PreviewFrame>
      <h2>{words.preview.phone}</h2>
      <PreviewFrame title={words.preview.frame(words.preview.phone)} width={390} height={760} style={styles.player}>
        <div class="phone">
          <Header model={player} />
          <OnPhone key={shown.number} model={player} />
        </div>
      </PreviewFrame>
    </section>
  );
}

/** Another question at once, what is typed when it rests. */
function useRested(now: Previewed): Previewed {
  const [shown, show] = useState(now);
  useEffect(() => {
    const timer = setTimeout(() => show(now), now.number === shown.number ? REST_MS : 0);
    return () => clearTimeout(timer);
  }, [JSON.stringify(now)]);
  return shown;
}
