using Webhooks.Sandbox.Answers;
using Xunit;

namespace Webhooks.Tests.Sandbox.Answers;

public sealed class MediaTypesTests
{
    [Theory]
    [InlineData("", "Object", "v1", false)]
    [InlineData("*/*", "Object", "v1", false)]
    [InlineData("application/json", "Object", "v1", false)]
    [InlineData("application/yaml", "Object", "v1", true)]
    [InlineData("application/vnd.kubernetes.protobuf,application/json", "Object", "v1", false)]
    [InlineData("application/json;q=0.5, application/yaml", "Object", "v1", true)]
    [InlineData("application/json;as=Table;v=v1;g=meta.k8s.io,application/json", "Table", "v1", false)]
    [InlineData("application/json;as=Table;v=v1beta1;g=meta.k8s.io", "Table", "v1beta1", false)]
    [InlineData("application/json;as=Table;v=v7;g=meta.k8s.io, application/json", "Object", "v1", false)]
    [InlineData("application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io", "Metadata", "v1", false)]
    [InlineData("application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io", "MetadataList", "v1", false)]
    [InlineData("*/*;q=0.9, application/yaml;q=0.9", "Object", "v1", true)]
    [InlineData("application/json;stream=watch", "Object", "v1", false)]
    [InlineData("application/yaml;stream=watch, application/json;q=0.1", "Object", "v1", false)]
    [InlineData("application/json;sv=v7, application/yaml;sv=v1", "Object", "v1", true)]
    [InlineData("application/json;v=v1, application/yaml", "Object", "v1", true)]
    [InlineData(" application/json ;; q ;=;a=b=c", "Object", "v1", false)]
    public void The_first_form_that_can_be_given_is(string accept, string form, string version, bool isYaml) =>
        Assert.Equal(
            new Representation(Enum.Parse<AnswerForm>(form), version, isYaml),
            MediaTypes.Choose(accept, isCustom: false, isCollection: false));

    [Theory]
    [InlineData("text/html", false, false, "406: Not Acceptable\n\nAvailable representations: application/json, application/yaml, application/vnd.kubernetes.protobuf")]
    [InlineData("text/html", true, false, "only the following media types are accepted: application/json, application/yaml, application/vnd.kubernetes.protobuf")]
    [InlineData("application/json;as=Picture;v=v1;g=meta.k8s.io", false, false, "only the following media types are accepted: application/json, application/yaml, application/vnd.kubernetes.protobuf")]
    [InlineData("text/html", false, true, "406: Not Acceptable\n\nAvailable representations: application/json, application/yaml, application/vnd.kubernetes.protobuf, application/json;stream=watch, application/vnd.kubernetes.protobuf;stream=watch")]
    [InlineData(";;", false, false, "406: Not Acceptable\n\nAvailable representations: application/json, application/yaml, application/vnd.kubernetes.protobuf")]
    [InlineData("*", false, false, "406: Not Acceptable\n\nAvailable representations: application/json, application/yaml, application/vnd.kubernetes.protobuf")]
    [InlineData("application/*", false, false, "406: Not Acceptable\n\nAvailable representations: application/json, application/yaml, application/vnd.kubernetes.protobuf")]
    [InlineData("Application/JSON", false, false, "406: Not Acceptable\n\nAvailable representations: application/json, application/yaml, application/vnd.kubernetes.protobuf")]
    [InlineData(";;", true, false, "only the following media types are accepted: application/json, application/yaml, application/vnd.kubernetes.protobuf")]
    [InlineData("application/json/x", true, false, "only the following media types are accepted: application/json, application/yaml, application/vnd.kubernetes.protobuf")]
    public void Others_are_refused(string accept, bool isCustom, bool isCollection, string message)
    {
        StatusException refused = Assert.Throws<StatusException>(() => MediaTypes.Choose(accept, isCustom, isCollection));

        Assert.Equal(406, refused.Status.Code);
        Assert.Equal(message, refused.Status.Message);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("application/*")]
    public void A_custom_resource_takes_ranges_that_the_router_refuses(string accept) =>
        Assert.Equal(Representation.Json, MediaTypes.Choose(accept, isCustom: true, isCollection: false));

    [Fact]
    public void JSON_can_be_asked_for_indented() =>
        Assert.True(MediaTypes.Choose("application/json;pretty=1", isCustom: false, isCollection: false).IsPretty);
}
