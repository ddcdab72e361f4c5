// The player's page.
import { render } from 'preact';
import { PlayerPage } from './screens/player/player-page.tsx';
import { createSeat } from './seat.ts';
import './style/tokens.css';
import './style/base.css';
import './style/player.css';

render(<PlayerPage model={createSeat()} />, document.getElementById('app')!);
