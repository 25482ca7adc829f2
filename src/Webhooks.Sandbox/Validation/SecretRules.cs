using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of Secrets: as of ConfigMaps, and what each type must hold.</summary>
internal static class SecretRules
{
    private const int MostBytes = 1024 * 1024;
    private const string AccountName = "kubernetes.io/service-account.name";

    /// <summary>The rules.</summary>
    public static KindRules Rules { get; } = new()
    {
        Create = Check,
        Update = (value, old, causes) =>
        {
            FixedField.Check(value["type"u8], old["type"u8], "type", causes);
            ConfigMapRules.Immutable(value, old, ["data"], causes);
        },
    };

    private static void Check(JsonValue value, List<StatusCause> causes)
    {
        JsonValue data = value["data"u8];
        ConfigMapRules.Keys(data, "data", causes);
        if (ConfigMapRules.Octets(data) > MostBytes)
        {
            causes.Add(FieldError.TooLong("data", MostBytes));
        }

        switch (value["type"u8].AsString())
        {
            case "kubernetes.io/service-account-token" when string.IsNullOrEmpty(value["metadata"u8]["annotations"u8][AccountName].AsString()):
                causes.Add(FieldError.Required($"metadata.annotations[{AccountName}]"));
                break;
            case "kubernetes.io/dockercfg":
                JsonObject(data, ".dockercfg", causes);
                break;
            case "kubernetes.io/dockerconfigjson":
                JsonObject(data, ".dockerconfigjson", causes);
                break;
            case "kubernetes.io/basic-auth" when data["username"u8].IsMissing && data["password"u8].IsMissing:
                Present(data, causes, "username", "password");
                break;
            case "kubernetes.io/ssh-auth" when string.IsNullOrEmpty(data["ssh-privatekey"u8].AsString()):
                causes.Add(FieldError.Required("data[ssh-privatekey]"));
                break;
            case "kubernetes.io/tls":
                Present(data, causes, "tls.crt", "tls.key");
                break;
        }
    }

    private static void Present(JsonValue data, List<StatusCause> causes, params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            if (data[key].IsMissing)
            {
                causes.Add(FieldError.Required($"data[{key}]"));
            }
        }
    }

    private static void JsonObject(JsonValue data, string key, List<StatusCause> causes)
    {
        if (data[key].AsString() is not { } text)
        {
            causes.Add(FieldError.Required($"data[{key}]"));
            return;
        }

        byte[] octets = Base64Text.Decode(text, out _) ?? [];
        string? problem = JsonSyntax.Problem(octets);
        if (problem == null)
        {
            using JsonTree tree = JsonTree.Parse(octets, JsonPolicy.Server);
            problem = tree.Root.Kind is JsonKind.Object or JsonKind.Null
                ? null
                : $"json: cannot unmarshal {JsonWords.Of(tree.Root)} into Go value of type map[string]interface {{}}";
        }

        if (problem != null)
        {
            causes.Add(FieldError.Invalid($"data[{key}]", "<secret contents redacted>", problem));
        }
    }
}
