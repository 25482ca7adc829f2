using System.Globalization;
using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Shared;

namespace Webhooks.Benchmarks.InMemory;

/// <summary>A Pod of about 9 KB as stored.</summary>
internal static class SamplePod
{
    private const string Name = "NAME-OF-THE-POD";
    private static readonly string Template = Make();

    /// <summary>The Pod of that number, to be created.</summary>
    public static byte[] Of(int number) =>
        Encoding.UTF8.GetBytes(Template.Replace(Name, "pod-" + number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));

    private static string Make()
    {
        byte[] review = File.ReadAllBytes(Repository.PathOf("tests", "Webhooks.Benchmarks", "Data", "create-pods-2.json"));
        JsonDraft pod = new(JsonTree.Parse(review).Root["request"u8]["object"u8]);
        JsonDraft metadata = pod.Find("metadata")!;
        metadata.Remove("generateName");
        metadata.Remove("namespace");
        // As clients send it; and its owner is not there: it would be collected.
        metadata.Remove("ownerReferences");
        metadata.Remove("managedFields");
        metadata.Set("name", new JsonDraft(JsonTree.OfString(Encoding.UTF8.GetBytes(Name)).Root));
        return Encoding.UTF8.GetString(pod.Freeze().RawText);
    }
}
