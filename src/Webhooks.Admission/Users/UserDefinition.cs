using Webhooks.Resources.Api;
using Webhooks.Resources.Embedded;
using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;
using Webhooks.Schemas;

namespace Webhooks.Admission.Users;

/// <summary>What a User is: the CustomResourceDefinition that clusters have, <c>deploy/crds/users.yaml</c>, built into this assembly.</summary>
/// <remarks>Read when it is first asked for, and kept. Thread safe.</remarks>
public static class UserDefinition
{
    private const string Resource = "users.yaml";

    private static readonly Lazy<JsonValue> Read = new(() => YamlReader.ReadSingle(EmbeddedFile.Read(typeof(UserDefinition).Assembly, Resource)).Root);
    private static readonly Lazy<CustomResourceSchema> Whole = new(() => CustomResourceSchema.Read(Version));
    private static readonly Lazy<CustomResourceSchema> OfUsers = new(() => CustomResourceSchema.Read(WithoutStatus()));

    /// <summary>The API group of Users, <c>users.example.com</c>.</summary>
    public const string Group = "users.example.com";

    /// <summary>Their kind, as causes name it.</summary>
    public static GroupKind Kind { get; } = new(Group, "User");

    /// <summary>Their resource, as refusals name it.</summary>
    public static GroupResource Users { get; } = new(Group, "users");

    /// <summary>The definition, with the defaults that are written there and no others.</summary>
    public static JsonValue Crd => Read.Value;

    /// <summary>The schema of the one version, with which objects are decoded, filled in and checked as an API server does.</summary>
    public static CustomResourceSchema Schema => Whole.Value;

    /// <summary>The same for what people write: <c>status</c> is the controller's, which an API server keeps as it is in all that they send.</summary>
    internal static CustomResourceSchema WrittenSchema => OfUsers.Value;

    private static JsonValue Version => Crd["spec"u8]["versions"u8].Items().First();

    private static JsonValue WithoutStatus()
    {
        JsonDraft version = new(Version);
        version.Find("schema")!.Find("openAPIV3Schema")!.Find("properties")!.Remove("status");
        return version.Freeze();
    }
}
