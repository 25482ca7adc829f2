namespace Webhooks.Sandbox.Recording;

/// <summary>How the answer to a request ended.</summary>
public enum RequestEnd
{
    /// <summary>Not yet: the request is being dealt with, or the watch goes on.</summary>
    None,

    /// <summary>The answer was sent whole; a watch ended in good order.</summary>
    Complete,

    /// <summary>The client went before the answer was whole, or the server stopped.</summary>
    Aborted,

    /// <summary>A fault cut the connection.</summary>
    Cut,

    /// <summary>The server failed with an error of its own.</summary>
    Failed,
}
