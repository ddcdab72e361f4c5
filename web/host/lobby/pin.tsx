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
