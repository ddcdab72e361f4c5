import '../ui/replaced-text.ts';
import { render } from 'preact';
import { createPlayerModel } from '../player/player-model.ts';
import { PlayerPage } from '../player/player-page.tsx';
import '../style/tokens.css';
import '../style/base.css';
import '../style/player.css';

document.body.textContent = '';
render(<PlayerPage model={createPlayerModel()} />, document.body);
