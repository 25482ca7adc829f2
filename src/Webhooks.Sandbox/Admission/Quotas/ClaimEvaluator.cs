using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Quantities;

namespace Webhooks.Sandbox.Admission.Quotas;

/// <summary>Counts PersistentVolumeClaims and the storage that they request, in all and by storage class.</summary>
internal sealed class ClaimEvaluator() : Evaluator(new GroupResource("", "persistentvolumeclaims"))
{
    private const string Claims = "persistentvolumeclaims";
    private const string Storage = "requests.storage";
    private const string OfClass = ".storageclass.storage.k8s.io/";

    /// <inheritdoc />
    public override bool Tracks(string name) =>
        name is Claims or Storage
        || name.EndsWith(OfClass + Claims, StringComparison.Ordinal)
        || name.EndsWith(OfClass + Storage, StringComparison.Ordinal)
        || base.Tracks(name);

    /// <inheritdoc />
    public override bool Handles(string subresource, JsonValue next, JsonValue old) => subresource is "" or "status";

    /// <inheritdoc />
    public override ResourceList Usage(JsonValue value, DateTimeOffset now)
    {
        ResourceList usage = new() { [Claims] = One, [CountName] = One };
        string storageClass = value["metadata"u8]["annotations"u8]["volume.beta.kubernetes.io/storage-class"u8].AsString()
            ?? value["spec"u8]["storageClassName"u8].AsString() ?? "";
        if (storageClass.Length > 0)
        {
            usage[storageClass + OfClass + Claims] = One;
        }

        if (StorageOf(value) is { } storage)
        {
            usage[Storage] = storage;
            if (storageClass.Length > 0)
            {
                usage[storageClass + OfClass + Storage] = storage;
            }
        }

        return usage;
    }

    /// <inheritdoc />
    protected override bool IsIn(QuotaScope scope, JsonValue value)
    {
        if (scope.Name != "VolumeAttributesClass")
        {
            return false;
        }

        JsonValue status = value["status"u8];
        return scope.Has(
        [
            .. new[]
            {
                value["spec"u8]["volumeAttributesClassName"u8].AsString(),
                status["currentVolumeAttributesClassName"u8].AsString(),
                status["modifyVolumeStatus"u8]["targetVolumeAttributesClassName"u8].AsString(),
            }.OfType<string>().Where(name => name.Length > 0).Distinct(),
        ]);
    }

    /// <summary>What it requests, or has been given while that is more, in whole bytes: quotas take no others.</summary>
    private static Quantity? StorageOf(JsonValue claim)
    {
        ResourceList requests = ResourceList.Read(claim["spec"u8]["resources"u8]["requests"u8]);
        if (!requests.TryGet("storage", out Quantity storage))
        {
            return null;
        }

        bool isGivenMore = ResourceList.Read(claim["status"u8]["allocatedResources"u8]).TryGet("storage", out Quantity given) && given > storage;
        Quantity counted = isGivenMore ? given : storage;
        return counted.IsInteger ? counted : Quantity.FromInt64(counted.Value, counted.Format);
    }
}
