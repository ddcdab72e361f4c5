// The pointer's way to move questions; keys and buttons are the list's own.
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';

/** In which half of the row the pointer is. */
type Edge = 'before' | 'after';

function edgeAt(element: Element, y: number): Edge {
  const { top, height } = element.getBoundingClientRect();
  return y < top + height / 2 ? 'before' : 'after';
}

/** @returns how to stop */
export function dragged(element: HTMLElement, id: string): () => void {
  const mark = (edge: Edge | undefined) => {
    if (edge) element.dataset.drop = edge;
    else delete element.dataset.drop;
  };
  return combine(
    draggable({ element, getInitialData: () => ({ question: id }) }),
    dropTargetForElements({
      element,
      getData: ({ input }) => ({ question: id, edge: edgeAt(element, input.clientY) }),
      onDrag: ({ location }) => mark(edgeAt(element, location.current.input.clientY)),
      onDragLeave: () => mark(undefined),
      onDrop: () => mark(undefined),
    }),
  );
}

/** @param drop the question that was taken, the one it was dropped on, and on which side. @returns how to stop */
export const watchDrops = (drop: (id: string, on: string, edge: Edge) => void): (() => void) =>
  monitorForElements({
    onDrop({ source, location }) {
      const { question, edge } = location.current.dropTargets[0]?.data ?? {};
      const { question: id } = source.data;
      if (typeof id === 'string' && typeof question === 'string') drop(id, question, edge === 'before' ? 'before' : 'after');
    },
  });
