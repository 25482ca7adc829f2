using System.Globalization;
using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Schemas.Metadata;

/// <summary>The rules of <c>managedFields</c>. Source: <c>v1validation.ValidateManagedFields</c>.</summary>
/// <remarks>For those of embedded resources: an object's own are written by the server, whatever it was sent.</remarks>
internal static class ManagedFieldsRules
{
    private const int MostManagerBytes = 128;
    private const int MostSubresourceBytes = 256;
    private const string OnlyType = "FieldsV1";

    /// <summary>What is wrong with them, in the server's order.</summary>
    /// <param name="entries">The list, decoded.</param>
    /// <param name="path">Its path.</param>
    public static IEnumerable<StatusCause> Check(JsonValue entries, string path) =>
        entries.Items().Index().SelectMany(entry => One(entry.Item, $"{path}[{entry.Index.ToString(CultureInfo.InvariantCulture)}]"));

    private static IEnumerable<StatusCause> One(JsonValue entry, string path)
    {
        string operation = Text(entry, "operation");
        if (operation is not ("Apply" or "Update"))
        {
            yield return FieldError.Invalid($"{path}.operation", operation, "must be `Apply` or `Update`");
        }

        string type = Text(entry, "fieldsType");
        if (type.Length > 0 && type != OnlyType)
        {
            yield return FieldError.Invalid($"{path}.fieldsType", type, $"must be `{OnlyType}`");
        }

        string manager = Text(entry, "manager");
        if (Encoding.UTF8.GetByteCount(manager) > MostManagerBytes)
        {
            yield return FieldError.TooLong($"{path}.manager", MostManagerBytes);
        }

        int position = 0;
        foreach (Rune rune in manager.EnumerateRunes())
        {
            if (rune.Value != ' ' && !GoString.IsPrint(rune))
            {
                yield return FieldError.Invalid($"{path}.manager", manager, $"invalid character U+{rune.Value:X4} (at position {position})");
            }

            position += rune.Utf8SequenceLength;
        }

        if (Encoding.UTF8.GetByteCount(Text(entry, "subresource")) > MostSubresourceBytes)
        {
            yield return FieldError.TooLong($"{path}.subresource", MostSubresourceBytes);
        }
    }

    private static string Text(JsonValue entry, string name) => entry[name].AsString() ?? "";
}
