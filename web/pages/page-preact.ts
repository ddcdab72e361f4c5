// Stands for Preact in bundles that a page loads later: hooks work with the page's own copy alone.
import type { Fragment as PreactFragment, h as preactH } from 'preact';
import type * as hooks from 'preact/hooks';

declare global {
  var pagePreact: { h: typeof preactH; Fragment: typeof PreactFragment } & Pick<
    typeof hooks,
    'useEffect' | 'useRef' | 'useState'
  >;
}

export const { h, Fragment, useEffect, useRef, useState } = globalThis.pagePreact;
