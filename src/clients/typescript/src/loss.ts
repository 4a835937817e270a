import { Code, ConnectError, type Interceptor } from "@connectrpc/connect";

/**
 * Says of a lost connection what gRPC says of it, `Code.Unavailable`: a transport has an error of its own for each way to
 * lose one. It belongs inside of the retries.
 */
export function lossIsUnavailable(isLoss: (error: unknown) => boolean): Interceptor {
  return (next) => async (request) => {
    const errorOf = (error: unknown) => (!request.signal.aborted && isLoss(error) ? unavailable(error) : error);
    try {
      const response = await next(request);
      return response.stream ? { ...response, message: rethrow(response.message, errorOf) } : response;
    } catch (error) {
      throw errorOf(error);
    }
  };
}

async function* rethrow<Message>(
  messages: AsyncIterable<Message>,
  errorOf: (error: unknown) => unknown,
): AsyncGenerator<Message, void, undefined> {
  try {
    yield* messages;
  } catch (error) {
    throw errorOf(error);
  }
}

function unavailable(error: unknown): ConnectError {
  return new ConnectError(ConnectError.from(error).rawMessage, Code.Unavailable, undefined, undefined, error);
}
