/** The page's `data-*` names the style sheets. */
export function addEditorStyle(): Promise<void> {
  const href = document.documentElement.dataset.editorCss;
  if (!href || document.querySelector(`link[href="${href}"]`)) return Promise.resolve();
  return new Promise((done) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = link.onerror = () => done();
    document.head.append(link);
  });
}
