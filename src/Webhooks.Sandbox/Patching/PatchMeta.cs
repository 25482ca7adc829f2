using Webhooks.Resources.OpenApi;

namespace Webhooks.Sandbox.Patching;

/// <summary>How a member is merged by a strategic merge patch.</summary>
/// <param name="Strategy">Such as <c>merge</c>; empty for none: lists are replaced then, objects merged.</param>
/// <param name="MergeKey">The member that tells a list's items apart; empty for none.</param>
/// <param name="Schema">The schema of the member or, of a list, of its items; <c>null</c> where none is stated.</param>
internal readonly record struct PatchMeta(string Strategy, string MergeKey, Schema? Schema)
{
    private const string RetainKeys = "retainKeys";

    /// <summary>What merges whatever its parts are.</summary>
    public const string Merge = "merge";

    /// <summary>What takes the place of what was there.</summary>
    public const string Replace = "replace";

    /// <summary>How the object of that name is merged.</summary>
    /// <exception cref="Answers.StatusException">500: the kind has no such field.</exception>
    public static PatchMeta OfObject(Schema? parent, string name)
    {
        Schema property = Find(parent, name);
        return Of(property, property);
    }

    /// <summary>How the list of that name is merged.</summary>
    /// <exception cref="Answers.StatusException">500: the kind has no such field, or it is no list.</exception>
    public static PatchMeta OfList(Schema? parent, string name)
    {
        Schema property = Find(parent, name);
        return property.Type == SchemaType.Array
            ? Of(property, property.Items)
            : throw PatchRefusals.Plain($"expected slice or array type, but got: {GoKind(parent)}");
    }

    /// <summary>What Go's reflection calls the type of such a value: <c>struct</c>, <c>map</c>.</summary>
    public static string GoKind(Schema? schema) => schema switch
    {
        null => "interface",
        { Type: SchemaType.Object, Properties.Count: 0, AdditionalProperties: not null } => "map",
        { Type: SchemaType.Object or SchemaType.None } => "struct",
        { Type: SchemaType.Array } => "slice",
        { Type: SchemaType.Boolean } => "bool",
        { Type: SchemaType.Integer, Format: "int32" } => "int32",
        { Type: SchemaType.Integer } => "int64",
        { Type: SchemaType.Number } => "float64",
        _ => "string",
    };

    private static PatchMeta Of(Schema property, Schema? schema)
    {
        IReadOnlyList<string> strategies = property.Extensions.PatchStrategies;
        string[] others = [.. strategies.Where(one => one != RetainKeys)];
        return others.Length <= 1 && strategies.Count <= 2
            ? new(others is [var strategy] ? strategy : "", property.Extensions.PatchMergeKey ?? "", schema)
            : throw PatchRefusals.Plain($"unexpected patch strategy: [{string.Join(' ', strategies)}]");
    }

    /// <summary>The field of that name; in any case where there is none in this, as Go's decoder reads it.</summary>
    private static Schema Find(Schema? parent, string name)
    {
        if (GoKind(parent) is not "struct" and { } kind)
        {
            throw PatchRefusals.Plain($"merging an object in json but data type is not struct, instead is: {kind}");
        }

        return parent!.Properties[name]
            ?? parent.Properties.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Schema
            ?? throw PatchRefusals.Plain(
                $"unable to find api field in struct {parent.Name?[(parent.Name.LastIndexOf('.') + 1)..]} for the json field {Resources.Literals.GoString.Quote(name)}");
    }
}
