import '../ui/replaced-text.ts';
import { effect } from '@preact/signals-core';
import { Fragment, h, render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { createPlayerModel } from '../player/player-model.ts';
import { PlayerPage } from '../player/player-page.tsx';
import { creditOf, loadKinds } from '../questions/on-phones.ts';
import '../style/tokens.css';
import '../style/base.css';
import '../style/player.css';

globalThis.pagePreact = { h, Fragment, useEffect, useRef, useState };
document.body.textContent = '';
const model = createPlayerModel(creditOf);
effect(() => loadKinds(model.room.value?.kinds ?? []));
// Drawn anew with each change of what it read: less code than components that follow signals by themselves.
effect(() => render(<PlayerPage model={model} />, document.body));
