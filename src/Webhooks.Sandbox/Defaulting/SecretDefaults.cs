using System.Text;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Defaulting;

/// <summary>Defaults of Secrets: their type; <c>stringData</c>, which is only ever written, becomes <c>data</c>.</summary>
internal static class SecretDefaults
{
    /// <summary>Fills a Secret.</summary>
    public static void Fill(JsonDraft secret)
    {
        secret.DefaultText("type", "Opaque");
        if (secret.Remove("stringData") is not { Kind: JsonKind.Object } texts)
        {
            return;
        }

        foreach ((string key, JsonValue value) in texts.Freeze(JsonPolicy.Server).Members())
        {
            secret.Child("data").SetText(key, Convert.ToBase64String(Encoding.UTF8.GetBytes(value.AsString() ?? "")));
        }
    }
}
