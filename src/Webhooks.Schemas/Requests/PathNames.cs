using Webhooks.Resources.Api;

namespace Webhooks.Schemas.Requests;

/// <summary>What a client is told whose object is not the one that its path names: 400.</summary>
public static class PathNames
{
    /// <summary>The object does not say its name.</summary>
    /// <param name="wanted">The name of the path.</param>
    public static Status Missing(string wanted) =>
        Status.BadRequest($"the name of the object ({wanted} based on URL) was undeterminable: name must be provided");

    /// <summary>It says another.</summary>
    /// <param name="said">The name of the object.</param>
    /// <param name="wanted">The name of the path.</param>
    public static Status Other(string said, string wanted) =>
        Status.BadRequest($"the name of the object ({said}) does not match the name on the URL ({wanted})");
}
