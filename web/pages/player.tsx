import '../ui/replaced-text.ts';
import { Fragment, h, render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { createPlayerModel } from '../player/player-model.ts';
import { PlayerPage } from '../player/player-page.tsx';
import '../style/tokens.css';
import '../style/base.css';
import '../style/player.css';

globalThis.pagePreact = { h, Fragment, useEffect, useRef, useState };
document.body.textContent = '';
render(<PlayerPage model={createPlayerModel()} />, document.body);
