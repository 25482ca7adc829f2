using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Requests;

/// <summary>The version that an update names of what it replaces.</summary>
internal static class UpdatedVersion
{
    private const string Name = "resourceVersion";

    /// <summary>Where the object names none, it is the present one: whoever asks here has it from a file, not from a server.</summary>
    public static void Fill(JsonDraft metadata, JsonValue old)
    {
        if (metadata.Text(Name).Length == 0)
        {
            metadata.SetText(Name, old[Name].AsString() is { Length: > 0 } version ? version : "1");
        }
    }
}
