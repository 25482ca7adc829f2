using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Validation;

/// <summary>The values that a schema allows, to be found in constant time where they are many, and their words for what is none of them.</summary>
/// <remarks>Immutable and thread safe.</remarks>
internal sealed class Enumeration
{
    /// <summary>Up to here looking at each is as fast as a table.</summary>
    private const int Few = 8;

    private readonly JsonValue _allowed;
    private readonly NameTable<string>? _texts;

    /// <param name="allowed">The <c>enum</c> of a schema.</param>
    public Enumeration(JsonValue allowed)
    {
        _allowed = allowed;
        string[] shown = [.. allowed.Items().Select(one => one.AsString() ?? GoJson.Write(one))];
        Supported = FieldError.Supported(shown);
        What = $" in body should be one of [{string.Join(' ', shown)}]";
        if (allowed.Count > Few)
        {
            _texts = new(allowed.Items().Select(one => one.AsString()).OfType<string>().Distinct(StringComparer.Ordinal).Select(one => KeyValuePair.Create(one, one)));
        }
    }

    /// <summary>The values in the words of causes.</summary>
    public string Supported { get; }

    /// <summary>What is wrong with a value that is none of them, behind its path.</summary>
    public string What { get; }

    /// <summary>True when a value is one of them.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isStored">Whether the schema was stored.</param>
    public bool Contains(JsonValue value, bool isStored) =>
        _texts != null && value.Kind == JsonKind.String ? _texts.Find(value) != null : EnumCheck.IsIn(_allowed, value, isStored);
}
