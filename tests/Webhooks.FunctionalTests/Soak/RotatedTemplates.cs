using System.Collections.Concurrent;
using System.Text;
using Webhooks.Admission.Catalog;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;

namespace Webhooks.FunctionalTests.Soak;

/// <summary>Two templates that change together, version by version, and what a pod that asks for both is answered.</summary>
/// <param name="write">Puts the two in their folder.</param>
internal sealed class RotatedTemplates(Action<string, string> write)
{
    private readonly ConcurrentDictionary<string, int> _answers = new(StringComparer.Ordinal);
    private int _version;

    /// <summary>Asks for both.</summary>
    public static byte[] Review { get; } = """
        {"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","request":{"uid":"1","kind":{"group":"","version":"v1","kind":"Pod"},"namespace":"a","operation":"CREATE","object":{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p","annotations":{"initializer.kubernetes.io/one":"true","initializer.kubernetes.io/two":"true"}},"spec":{"containers":[{"name":"app","image":"app"}]}}}}
        """u8.ToArray();

    /// <summary>How many versions there were.</summary>
    public int Version => Volatile.Read(ref _version);

    /// <summary>Writes the next version.</summary>
    public void Next()
    {
        int version = _version + 1;
        string one = Template("one", version);
        string two = Template("two", version);
        _answers[AnswerWith(one, two)] = version;
        Volatile.Write(ref _version, version);
        write(one, two);
    }

    /// <summary>The version that gave an answer.</summary>
    /// <exception cref="InvalidOperationException">None did: it is not of one version.</exception>
    public int VersionOf(byte[] answer) =>
        _answers.TryGetValue(Encoding.UTF8.GetString(answer), out int version)
            ? version
            : throw new InvalidOperationException($"of no version: {Encoding.UTF8.GetString(answer)}");

    private static string Template(string name, int version) => $$"""
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: {{name}}-initializer}
        data:
          config: |
            containers: [{name: {{name}}, image: "{{name}}:{{version}}"}]

        """;

    private static string AnswerWith(params string[] templates)
    {
        TemplatesInForce inForce = new();
        inForce.Replace(TemplateLoader.Load(templates.Select(text => new TemplateFile("x.yaml", Encoding.UTF8.GetBytes(text))), InjectionOptions.DefaultPrefix).Templates);
        using JsonTree tree = JsonTree.Parse(Review);
        AdmissionReview review = AdmissionReview.Read(tree.Root);
        using PooledBuffer answer = new();
        Webhook mutate = WebhookCatalog.Of(InjectionOptions.Default, inForce).Single(webhook => webhook.Path == "/mutate");
        AdmissionAnswer.Write(review, mutate.Decide(review.Request), new JsonWriter(answer));
        return Encoding.UTF8.GetString(answer.WrittenSpan);
    }
}
