using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Applying;

/// <summary>The fields in which two objects of one type differ; each is in one of the sets.</summary>
/// <param name="Added">The fields that only the second has.</param>
/// <param name="Modified">The fields that both have, with other values.</param>
/// <param name="Removed">The fields that only the first has.</param>
internal sealed record FieldComparison(FieldSet Added, FieldSet Modified, FieldSet Removed)
{
    /// <summary>Compares two objects.</summary>
    public static FieldComparison Of(JsonValue before, JsonValue after, FieldType type) => ComparisonRun.Compare(before, after, type);

    /// <summary>The differences that are neither in <paramref name="fields"/> nor below one that is.</summary>
    public FieldComparison Without(FieldSet fields) =>
        fields.IsEmpty ? this : new(Added.ExceptBelow(fields), Modified.ExceptBelow(fields), Removed.ExceptBelow(fields));
}
