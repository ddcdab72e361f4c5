import '../ui/replaced-text.ts';
// Components follow the signals that they read.
import '@preact/signals';
import '../style/tokens.css';
import '../style/base.css';
import '../style/host.css';
import { render } from 'preact';
import { createHostModel } from '../host/host-model.ts';
import { HostPage } from '../host/host-page.tsx';

document.body.textContent = '';
render(<HostPage model={createHostModel()} />, document.body);
