// Imported for its effect, before anything is rendered.
import { type ComponentChildren, h, options } from 'preact';

/**
 * A translator puts elements of its own in place of text nodes, which Preact then changes
 * out of sight (preactjs/preact#948). So each text has an element that is replaced with it.
 */
const replaced = (child: ComponentChildren): ComponentChildren => {
  if (Array.isArray(child)) return child.map(replaced);
  return typeof child === 'string' || typeof child === 'number' ? h('x-t', { key: child }, child) : child;
};

const { vnode: before } = options;
options.vnode = (vnode) => {
  // An element whose key is its text is replaced as it is; SVG text has to.
  if (vnode.key !== vnode.props.children) vnode.props.children = replaced(vnode.props.children);
  before?.(vnode);
};
