using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Answers;

/// <summary>The answer to a request that found a bug of ours, as a panic is a real server's.</summary>
/// <remarks>
/// A real server says "This request caused apiserver to panic. Look in the logs for details." There are no logs here, and
/// nothing to hide: whoever asked sees all that we know, the stack too.
/// </remarks>
internal static class OwnFault
{
    /// <summary>Whether an exception is a bug of ours. What fails in reading a body (an IOException) is the client's, and Kestrel answers it.</summary>
    public static bool Is(Exception exception) => exception is not (StatusException or Faults.ConnectionCut or OperationCanceledException or IOException);

    /// <summary>500 with the whole exception.</summary>
    public static Answer.Failure Of(Exception bug) => new(Status.InternalError("this request caused the server to panic: " + bug));
}
