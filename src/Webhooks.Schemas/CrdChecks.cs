using System.Collections.Immutable;
using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;
using Webhooks.Schemas.Definitions;
using Webhooks.Schemas.Formats;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas;

/// <summary>Whether an API server would take a CustomResourceDefinition (apiextensions.k8s.io/v1), and what it warns of.</summary>
/// <remarks>
/// Pure and thread safe. The definition is decoded and has the server's defaults: <c>spec.names.singular</c> and <c>listKind</c>,
/// <c>spec.conversion</c>. Causes have the server's paths, which begin with <c>spec.validation</c> where all versions have the same schema.
/// Rules are looked at as text and not compiled: a definition that has some, and nothing else against it, is undecided.
/// </remarks>
public static class CrdChecks
{
    private const string ApprovalAnnotation = "api-approved.kubernetes.io";
    private const string ApprovalPolicy = "see https://github.com/kubernetes/enhancements/pull/1111";

    /// <summary>What is wrong with a new definition: its name, its <c>spec</c>, and what <c>status.storedVersions</c> would become. Other metadata is the caller's business.</summary>
    public static SchemaVerdict OnCreate(JsonValue crd)
    {
        Definition definition = new(crd);
        SchemaVerdict spec = SpecChecks.Run(definition);
        ImmutableArray<StatusCause> causes =
        [
            .. Name(definition),
            .. spec.Causes,
            .. StoredVersions(StoredVersionsAfter(definition, []), definition),
            .. Approval(definition, null),
            .. PreserveUnknownFields(definition),
        ];
        return spec with { Causes = causes };
    }

    /// <summary>What is wrong with a change of a definition; <c>status</c> is that of the old one.</summary>
    /// <param name="crd">The definition as it would be.</param>
    /// <param name="old">The definition as it is: one that these checks took.</param>
    public static SchemaVerdict OnUpdate(JsonValue crd, JsonValue old)
    {
        Definition definition = new(crd);
        Definition before = new(old);
        SchemaVerdict spec = SpecChecks.Run(definition);
        bool isEstablished = old["status"u8]["conditions"u8].Items()
            .Any(condition => condition["type"u8].AsString() == "Established" && condition["status"u8].AsString() == "True");
        IEnumerable<string> stored = old["status"u8]["storedVersions"u8].Items().Select(version => version.AsString() ?? "");
        ImmutableArray<StatusCause> causes =
        [
            .. spec.Causes,
            .. isEstablished ? Immutable(definition, before, ["scope"], ["names", "kind"]) : [],
            .. Immutable(definition, before, ["group"], ["names", "plural"]),
            .. StoredVersions(StoredVersionsAfter(definition, stored), definition),
            .. Approval(definition, before),
            .. before.Spec["preserveUnknownFields"u8].Kind == JsonKind.True ? [] : PreserveUnknownFields(definition),
        ];
        return spec with { Causes = causes };
    }

    /// <summary>What the server warns of when a definition is created, each once. It says nothing of one that it refuses.</summary>
    public static ImmutableArray<string> Warnings(JsonValue crd) => [.. FormatWarnings.Of(new Definition(crd))];

    /// <summary>What the server warns of when a definition is changed: only what is new.</summary>
    public static ImmutableArray<string> Warnings(JsonValue crd, JsonValue old)
    {
        HashSet<string> known = [.. FormatWarnings.Of(new Definition(old))];
        return [.. FormatWarnings.Of(new Definition(crd)).Where(warning => !known.Contains(warning))];
    }

    /// <summary>What <c>status.storedVersions</c> is after a write: as before, and with the version that is stored from now on.</summary>
    public static ImmutableArray<string> StoredVersions(JsonValue crd, IEnumerable<string> before) => [.. StoredVersionsAfter(new Definition(crd), before)];

    private static List<string> StoredVersionsAfter(Definition definition, IEnumerable<string> before)
    {
        List<string> versions = [.. before];
        if (definition.Versions.FirstOrDefault(version => version.IsStorage) is { } stored && !versions.Contains(stored.Name))
        {
            versions.Add(stored.Name);
        }

        return versions;
    }

    private static IEnumerable<StatusCause> Name(Definition definition)
    {
        const string Place = "metadata.name";
        string name = definition.Json["metadata"u8]["name"u8].AsString() ?? "";
        if (name.Length == 0)
        {
            return [FieldError.Required(Place, "name or generateName is required")];
        }

        bool isFitting = name == $"{definition.Spec["names"u8]["plural"u8].AsString()}.{definition.Group}";
        return DnsSubdomain.Problems(name)
            .Concat(isFitting ? [] : ["must be spec.names.plural+\".\"+spec.group"])
            .Select(problem => FieldError.Invalid(Place, name, problem));
    }

    private static IEnumerable<StatusCause> StoredVersions(List<string> stored, Definition definition)
    {
        const string Place = "status.storedVersions";
        if (stored.Count == 0)
        {
            return [FieldError.Invalid(Place, default, "must have at least one stored version")];
        }

        BadValue shown = BadValue.Json($"[{string.Join(',', stored.Select(Json))}]");
        return
        [
            .. from version in definition.Versions.Index()
               where version.Item.IsStorage && !IsStored(version.Item.Name, version.Index)
               select FieldError.Invalid(Place, shown, $"must have the storage version {version.Item.Name}"),
            .. from version in stored.Index()
               where definition.Versions.All(one => one.Name != version.Item)
               select FieldError.Invalid(
                   $"{Place}[{version.Index}]",
                   version.Item,
                   $"missing from spec.versions; {version.Item} was previously a storage version, and must remain in spec.versions until a storage migration ensures no data remains persisted in {version.Item} and removes {version.Item} from status.storedVersions"),
        ];

        // Of versions with one name the first takes what is stored.
        bool IsStored(string name, int index) => stored.Contains(name) && definition.Versions.Take(index).All(one => one.Name != name);
    }

    private static IEnumerable<StatusCause> Immutable(Definition definition, Definition before, params string[][] paths) =>
        from path in paths
        let now = path.Aggregate(definition.Spec, (value, name) => value[name])
        where now.AsString() != path.Aggregate(before.Spec, (value, name) => value[name]).AsString()
        select FieldError.Invalid($"spec.{string.Join('.', path)}", DecodedValues.Show(now), "field is immutable");

    private static IEnumerable<StatusCause> PreserveUnknownFields(Definition definition) =>
        definition.Spec["preserveUnknownFields"u8].Kind == JsonKind.True
            ? [FieldError.Invalid("spec.preserveUnknownFields", true, "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead")]
            : [];

    /// <summary>Groups of the community need to say who approved the API; an annotation that stays as it was is left alone.</summary>
    private static IEnumerable<StatusCause> Approval(Definition definition, Definition? before)
    {
        const string Place = $"metadata.annotations[{ApprovalAnnotation}]";
        string group = $".{definition.Group}";
        bool isProtected = group.EndsWith(".k8s.io", StringComparison.Ordinal) || group.EndsWith(".kubernetes.io", StringComparison.Ordinal);
        string approval = ApprovalOf(definition);
        if (!isProtected || IsApproved(approval) || (before != null && approval.Length == 0 == (ApprovalOf(before).Length == 0) && !IsApproved(ApprovalOf(before))))
        {
            return [];
        }

        return approval.Length == 0
            ? [FieldError.Required(Place, $"protected groups must have approval annotation \"{ApprovalAnnotation}\", {ApprovalPolicy}")]
            : [FieldError.Invalid(Place, approval, $"protected groups must have approval annotation \"{ApprovalAnnotation}\" with either a URL or a reason starting with \"unapproved\", {ApprovalPolicy}")];
    }

    private static string ApprovalOf(Definition definition) => definition.Json["metadata"u8]["annotations"u8][ApprovalAnnotation].AsString() ?? "";

    private static bool IsApproved(string approval) =>
        approval.StartsWith("unapproved", StringComparison.Ordinal)
        || (RequestUri.IsWellFormed(approval) && WebUrl.Parse(approval) is { Scheme.Length: > 0, Host.Length: > 0 });

    private static string Json(string text)
    {
        StringBuilder json = new();
        GoJson.AppendString(json, text);
        return json.ToString();
    }
}
