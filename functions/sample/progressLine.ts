interface Output {
  isTTY?: boolean;
  write: (text: string) => unknown;
}

/** Tells how far the load is: on one line of a terminal, by tens in a log. */
export function progressLine(output: Output): (share: number) => void {
  const step = output.isTTY ? 1 : 10;
  let said = -1;
  return (share) => {
    const percent = Math.floor((share * 100) / step) * step;
    if (percent === said) return;
    said = percent;
    const line = `Loading the sample country: ${percent}%`;
    output.write(output.isTTY && percent < 100 ? `\r${line}` : `${output.isTTY ? '\r' : ''}${line}\n`);
  };
}
