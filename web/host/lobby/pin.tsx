/** A PIN in two groups, as people read it aloud; screen readers get it digit by digit. */
export function Pin({ pin }: { pin: string }) {
  return (
    <>
      <span aria-hidden="true">
        {pin.slice(0, 3)}&nbsp;{pin.slice(3)}
      </span>
      <span class="visually-hidden">{[...pin].join(' ')}</span>
    </>
  );
}
