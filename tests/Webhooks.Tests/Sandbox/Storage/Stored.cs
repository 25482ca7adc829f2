using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Tests.Sandbox.Storage;

/// <summary>Small objects to store.</summary>
internal static class Stored
{
    /// <summary>The resource that tests store objects of.</summary>
    public static readonly GroupResource ConfigMaps = new("", "configmaps");

    /// <summary>An object of that key.</summary>
    public static StoredObject Of(string key, string more = "")
    {
        int slash = key.IndexOf('/', StringComparison.Ordinal);
        string space = slash < 0 ? "" : $",\"namespace\":\"{key[..slash]}\"";
        return StoredObject.Of(new JsonDraft(JsonTree.Parse($"{{\"kind\":\"ConfigMap\",\"metadata\":{{\"name\":\"{key[(slash + 1)..]}\"{space}{more}}}}}").Root));
    }
}
