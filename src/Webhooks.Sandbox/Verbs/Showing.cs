using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Verbs;

/// <summary>Objects as they are shown to who asks for them.</summary>
internal static class Showing
{
    /// <summary>An object as the answer to a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="code">The HTTP code.</param>
    /// <param name="json">The object without its type.</param>
    public static Answer Show(ApiCall call, int code, ReadOnlyMemory<byte> json) =>
        new Answer.Object(code, call.Resource, call.Resource.Gvk, In(call.Resource, json));

    /// <summary>An object that was never stored as the answer to a call.</summary>
    public static Answer AsIs(ApiCall call, int code, ReadOnlyMemory<byte> json) => new Answer.Object(code, call.Resource, call.Resource.Gvk, json);

    /// <summary>An object in the version of a resource: a custom resource under the schema of now.</summary>
    public static ReadOnlyMemory<byte> In(ApiResource resource, ReadOnlyMemory<byte> json)
    {
        if (StoredForms.IsShownOtherwise(resource))
        {
            return StoredForms.Shown(json);
        }

        if (resource.Custom?.Schema is not { } schema)
        {
            return json;
        }

        JsonValue stored = JsonTree.Parse(json, JsonPolicy.Server).Root;
        JsonValue shown = schema.DecodeStored(stored);
        return shown.Equals(stored) ? json : ObjectType.WriteWithout(new JsonDraft(shown));
    }
}
