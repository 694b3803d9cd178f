/** One line that is rewritten on a terminal; elsewhere a plain line every few seconds and at the end of each step. */
export interface ProgressLine {
  show(step: string, text: string): void;
  end(): void;
}

const plainEveryMs = 5_000;

export function progressLine(stream: NodeJS.WriteStream = process.stderr): ProgressLine {
  let step = "";
  let text = "";
  let shownAt = 0;
  let pending = false;
  const plain = () => {
    if (pending) stream.write(`${text}\n`);
    pending = false;
    shownAt = Date.now();
  };
  return {
    show(nextStep, nextText) {
      if (stream.isTTY) {
        if (step !== nextStep && step !== "") stream.write("\n");
        stream.write(`\r\u001b[K${nextText}`);
      } else if (step !== nextStep) plain();
      step = nextStep;
      text = nextText;
      pending = true;
      if (!stream.isTTY && Date.now() - shownAt > plainEveryMs) plain();
    },
    end() {
      if (stream.isTTY) {
        if (step !== "") stream.write("\n");
      } else plain();
    },
  };
}
