// The host's page.
import './style/tokens.css';
import './style/base.css';
import './style/host.css';
import { render } from 'preact';
import { HostPage } from './screens/host/host-page.tsx';
import { createStage } from './stage.ts';

render(<HostPage model={createStage()} />, document.getElementById('app')!);
