using System.Globalization;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Applying;

/// <summary>Who owns which fields of an object: <c>metadata.managedFields</c>.</summary>
internal sealed class Ownership
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The owners' fields; an owner of none is not in it.</summary>
    public Dictionary<FieldOwner, OwnedSet> Sets { get; } = [];

    /// <summary>Whether nobody owns anything.</summary>
    public bool IsEmpty => Sets.Count == 0;

    /// <summary>Whether a request asks for all ownership to be forgotten: it sends an empty list, or one empty entry.</summary>
    public static bool IsReset(JsonValue managedFields) =>
        managedFields.Kind == JsonKind.Array && managedFields.Items().All(entry => entry.Members().All(one => one.Value.IsAbsent || one.Value is { Kind: JsonKind.String, RawText: [_, _] }))
        && managedFields.Count <= 1;

    /// <summary>Reads <c>managedFields</c>.</summary>
    /// <returns>False where an entry is none: then as if there were none at all.</returns>
    public static bool TryRead(JsonValue managedFields, out Ownership ownership)
    {
        ownership = new Ownership();
        try
        {
            JsonCursor entries = new(managedFields);
            while (entries.MoveNext())
            {
                ownership.Read(entries.Value);
            }

            return true;
        }
        catch (FormatException)
        {
            // The server, too, forgets all entries over one that it cannot read.
            ownership = new Ownership();
            return false;
        }
    }

    /// <summary>The entries in the server's order: appliers first, then by time, name, version and subresource.</summary>
    public JsonDraft Write()
    {
        JsonDraft list = JsonDraft.EmptyArray();
        foreach ((FieldOwner owner, OwnedSet set) in Sets.OrderBy(one => one.Key.IsApply ? 0 : 1)
            .ThenBy(one => one.Value.Time?.ToUnixTimeSeconds() ?? 0)
            .ThenBy(one => one.Key.Name, Utf8Order.Comparer)
            .ThenBy(one => one.Value.ApiVersion, Utf8Order.Comparer)
            .ThenBy(one => one.Key.Subresource, Utf8Order.Comparer))
        {
            using PooledBuffer buffer = new();
            JsonWriter writer = new(buffer);
            writer.StartObject();
            writer.WriteText("apiVersion", set.ApiVersion);
            writer.WriteText("fieldsType", "FieldsV1");
            writer.WriteName("fieldsV1");
            set.Fields.Write(writer);
            writer.WriteText("manager", owner.Name);
            writer.WriteText("operation", owner.Operation);
            if (owner.Subresource.Length > 0)
            {
                writer.WriteText("subresource", owner.Subresource);
            }

            if (set.Time is { } time)
            {
                writer.WriteText("time", time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
            }

            writer.EndObject();
            list.Insert(list.Count, new JsonDraft(JsonTree.Parse(buffer.WrittenSpan.ToArray(), JsonPolicy.Server).Compact().Root));
        }

        return list;
    }

    private void Read(JsonValue entry)
    {
        string operation = entry["operation"u8].AsString() ?? "";
        string version = entry["apiVersion"u8].AsString() ?? "";
        bool isApply = operation == "Apply";
        if (!(isApply || operation == "Update") || version.Length == 0 || !entry["fieldsType"u8].TextEquals("FieldsV1"u8))
        {
            throw new FormatException("an entry lacks its operation, version or type of fields");
        }

        FieldOwner owner = new(entry["manager"u8].AsString() ?? "", isApply, isApply ? "" : version, entry["subresource"u8].AsString() ?? "");
        DateTimeOffset? time = DateTimeOffset.TryParse(entry["time"u8].AsString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset read)
            ? read
            : null;
        Sets[owner] = new OwnedSet(FieldSet.Read(entry["fieldsV1"u8]), version, time);
    }
}
