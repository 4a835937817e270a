import { Code, ConnectError } from "@connectrpc/connect";
import { CodeReferenceError } from "./errors.js";
import type { CallOptions } from "./options.js";

/** Asks a stream: takes the lines, and gives the answers as they come. */
type Ask<Line, Answer> = (lines: AsyncIterable<Line>, options: { signal: AbortSignal }) => AsyncIterable<Answer>;

/**
 * The answers to a stream of lines, one each and in their order. A reader who waits longer than the deadline for the
 * answer to a line that was sent gets an error; one who stops reading ends the stream.
 */
export async function* answersTo<Line, Answer>(
  ask: Ask<Line, Answer>,
  lines: Iterable<Line> | AsyncIterable<Line>,
  deadlineMs: number,
  { signal }: CallOptions,
): AsyncGenerator<Answer, void, undefined> {
  const call = new AbortController();
  const cancel = () => call.abort(new ConnectError("The caller has cancelled the stream.", Code.Canceled));
  if (signal?.aborted) {
    cancel();
  }

  signal?.addEventListener("abort", cancel, { once: true });
  const patience = new Patience(deadlineMs, () =>
    call.abort(new ConnectError(`No answer within ${deadlineMs} ms.`, Code.DeadlineExceeded)),
  );
  const answers = ask(patience.count(lines), { signal: call.signal })[Symbol.asyncIterator]();
  try {
    for (;;) {
      const answer = await patience.waitFor(answers.next());
      if (answer.done) {
        return;
      }

      yield answer.value;
    }
  } catch (error) {
    throw CodeReferenceError.from(error);
  } finally {
    signal?.removeEventListener("abort", cancel);
    call.abort();
  }
}

/** Runs out when a reader waits too long for the answer to a line that was sent; not while there is no such line. */
class Patience {
  private unanswered = 0;
  private waiting = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly ms: number,
    private readonly runOut: () => void,
  ) {}

  async *count<Line>(lines: Iterable<Line> | AsyncIterable<Line>): AsyncGenerator<Line, void, undefined> {
    for await (const line of lines) {
      this.expectOne();
      yield line;
    }

    // The end of the lines is answered by the end of the answers.
    this.expectOne();
  }

  async waitFor<Answer>(answer: Promise<Answer>): Promise<Answer> {
    this.waiting = true;
    this.start();
    try {
      return await answer;
    } finally {
      this.waiting = false;
      this.unanswered--;
      clearTimeout(this.timer);
      this.timer = undefined;
    }
  }

  private expectOne(): void {
    this.unanswered++;
    this.start();
  }

  private start(): void {
    if (this.waiting && this.unanswered > 0) {
      this.timer ??= setTimeout(this.runOut, this.ms);
    }
  }
}
