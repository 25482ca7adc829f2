using System.Net;
using System.Text;
using Webhooks.Shared;

namespace Webhooks.FunctionalTests.Soak;

/// <summary>The recorded reviews, and what is common to all answers.</summary>
internal static class Reviews
{
    private static readonly byte[] Begin = "{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v1"u8.ToArray();

    /// <summary>All of them, sorted by name.</summary>
    public static IReadOnlyList<byte[]> Recorded { get; } =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("tests", "Golden", "reviews"), "input.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(File.ReadAllBytes),
    ];

    /// <summary>The creation of a pod that asks for the template <c>logging-agent</c>.</summary>
    public static byte[] Asking { get; } = File.ReadAllBytes(Repository.PathOf("tests", "Golden", "reviews", "create-pods-2", "input.json"));

    /// <summary>The folder of templates that they ask for.</summary>
    public static string Templates { get; } = Repository.PathOf("deploy", "samples", "templates");

    /// <summary>Fails unless it is the answer to a review.</summary>
    public static void AssertAnswered(HttpStatusCode code, byte[] body)
    {
        if (code != HttpStatusCode.OK || !body.AsSpan().StartsWith(Begin))
        {
            throw new InvalidOperationException($"answered {(int)code}: {Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 500)))}");
        }
    }
}
