namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>How a client over HTTPS reads its watches.</summary>
internal enum ServedPace
{
    /// <summary>At once; now and then it closes a watch and opens another.</summary>
    Prompt,

    /// <summary>Now and then not at all, until much has been written: what it does not read piles up down to the server.</summary>
    Slow,

    /// <summary>At once, until it resets its connection.</summary>
    Cutting,

    /// <summary>At once, until the server cuts the connection in the midst of an event.</summary>
    Severed,
}
