using Webhooks.Resources.Json;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Admission.Quotas;

/// <summary>A ResourceQuota as it stands in the store. What its <c>status</c> says counts, not its <c>spec</c>: that is what has been counted.</summary>
internal sealed class Quota
{
    /// <summary>Reads a stored quota.</summary>
    public Quota(StoredObject stored)
    {
        Stored = stored;
        JsonValue value = stored.Read();
        Scopes = QuotaScope.Of(value["spec"u8]);
        Hard = ResourceList.Read(value["status"u8]["hard"u8]);
        Used = ResourceList.Read(value["status"u8]["used"u8]);
    }

    /// <summary>The quota in the store.</summary>
    public StoredObject Stored { get; }

    /// <summary>Its name.</summary>
    public string Name => Stored.Name;

    /// <summary>What an object must be in to count; nothing: all do.</summary>
    public IReadOnlyList<QuotaScope> Scopes { get; }

    /// <summary>What may be used at most.</summary>
    public ResourceList Hard { get; }

    /// <summary>What is used.</summary>
    public ResourceList Used { get; }
}
