using System.Globalization;
using Webhooks.Resources.Api;

namespace Webhooks.Schemas.Requests;

/// <summary>The version that a client says an object has.</summary>
public static class ResourceVersionText
{
    /// <summary>What a create is answered that says one: a failure of the store, with nothing but a message and a code.</summary>
    public static Status OnCreate { get; } = new()
    {
        Outcome = StatusOutcome.Failure,
        Message = "resourceVersion should not be set on objects to be created",
        Code = 500,
    };

    /// <summary>Whether it says a version: anything but a number is passed over, as 0 is.</summary>
    public static bool IsSet(string text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong version) && version > 0;
}
