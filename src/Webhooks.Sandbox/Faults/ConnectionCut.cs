namespace Webhooks.Sandbox.Faults;

/// <summary>A fault cuts the connection of a request: nothing more is answered.</summary>
/// <param name="afterSending">Whether what was written is sent before.</param>
internal sealed class ConnectionCut(bool afterSending = false) : Exception("a fault cut the connection")
{
    /// <summary>Whether what was written is sent before.</summary>
    public bool AfterSending => afterSending;
}
