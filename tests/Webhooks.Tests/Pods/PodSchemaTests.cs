using Webhooks.Admission.Pods;
using Webhooks.Shared;
using Webhooks.Tests.OpenApi;
using Xunit;

namespace Webhooks.Tests.Pods;

/// <summary>The schemas that are built in are those that the API server publishes.</summary>
public class PodSchemaTests
{
    private const string Template = "io.k8s.api.core.v1.PodTemplateSpec";
    private static readonly string Embedded = Repository.PathOf("src", "Webhooks.Admission", "Pods", PodSchema.Resource);

    /// <summary>UPDATE_GOLDEN=1 rewrites it from the published document.</summary>
    [Fact]
    public void It_is_the_published_document_trimmed_to_a_pod_template()
    {
        string expected = TrimmedSchemas.Of(Documents.Read("core_v1.schemas.json"), Template);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Embedded, expected);
        }

        Assert.Equal(expected, File.ReadAllText(Embedded));
    }

    [Fact]
    public void It_is_built_in_and_read_without_a_problem()
    {
        Assert.Empty(PodSchema.Read().Problems);
        Assert.Contains(Template, PodSchema.Read().Schemas.Keys);
    }
}
