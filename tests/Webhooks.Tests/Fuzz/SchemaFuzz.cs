using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Shared.Fuzz;
using Webhooks.Tests.OpenApi;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.Tests.Fuzz;

public class SchemaFuzz(ITestOutputHelper output)
{
    private static readonly string[] Tokens =
    [
        .. JsonTokens.All, "\"$ref\":", "\"#/components/schemas/a\"", "\"allOf\":[", "\"properties\":{", "\"not\":{", "\"items\":{", "\"type\":",
        "\"x-kubernetes-list-map-keys\":", "\"default\":", "\"a\":{", "\"additionalProperties\":",
    ];

    [Fact]
    public void The_reader_stands_up_to_damaged_documents() =>
        new FuzzRun(Read, typeof(JsonFormatException)).Damaged(Corpus(), Tokens, 5_000, output);

    private static byte[][] Corpus() =>
    [
        .. Documents.CustomResources().Select(one => Encoding.UTF8.GetBytes(one.Schema.ToString())),
        .. new[] { "policy_v1.schemas.json", "apiextensions.k8s.io_v1.schemas.json" }.Select(name => Encoding.UTF8.GetBytes(Documents.Read(name).ToString())),
        """{"a":{"allOf":[{"$ref":"#/components/schemas/b"}],"x-y":1},"b":{"anyOf":[{"$ref":"#/components/schemas/a"},{"not":{"$ref":"#/components/schemas/b"}}]}}"""u8.ToArray(),
    ];

    /// <summary>Reads in both dialects, and walks over junctors, which must end.</summary>
    private static void Read(byte[] text)
    {
        using JsonTree tree = JsonTree.Parse(text, JsonPolicy.Server);
        SchemaSet published = SchemaReader.ReadPublished(tree.Root);
        (Schema custom, IReadOnlyList<SchemaProblem> problems) = SchemaReader.ReadCustomResource(tree.Root, "root");
        Assert.All(published.Problems.Concat(problems), problem => Assert.False(problem.Place.IsMissing));
        HashSet<Schema> done = new(ReferenceEqualityComparer.Instance);
        foreach (Schema schema in published.Schemas.Values.Append(custom))
        {
            Walk(schema, done, [], 0);
        }
    }

    private static void Walk(Schema schema, HashSet<Schema> done, HashSet<Schema> open, int depth)
    {
        Assert.True(open.Add(schema) && depth < 5000, "a loop");
        foreach (Schema next in (Schema[])[.. schema.AllOf, .. schema.AnyOf, .. schema.OneOf, .. schema.Not is { } not ? [not] : Array.Empty<Schema>()])
        {
            if (!done.Contains(next))
            {
                Walk(next, done, open, depth + 1);
            }
        }

        open.Remove(schema);
        done.Add(schema);
    }
}
