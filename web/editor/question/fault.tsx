/** Where it is, in words. */
export const Fault = ({ text, id }: { text: string | undefined; id?: string }) =>
  text ? (
    <p class="fault" id={id}>
      {text}
    </p>
  ) : null;
