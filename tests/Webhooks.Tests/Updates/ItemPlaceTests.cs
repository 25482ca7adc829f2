using Webhooks.Admission.Bookkeeping;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Updates;

public sealed class ItemPlaceTests
{
    private const string Rich = """
        {
          "metadata": { "labels": { "example.com/team": "a", "plain": "b" }, "annotations": null },
          "spec": {
            "containers": [
              { "name": "app", "image": "app:1", "ports": [{ "containerPort": 80 }, { "containerPort": 80, "protocol": "UDP" }],
                "env": [{ "name": "A", "value": "1" }], "volumeMounts": [{ "name": "v", "mountPath": "/var/log" }], "command": null },
              { "name": "a.b[c]", "image": "odd:1" }
            ],
            "tolerations": [{ "operator": "Exists", "key": "k" }],
            "nodeSelector": { "disk": "ssd", "none": null },
            "securityContext": { "fsGroup": 1 }
          }
        }
        """;

    [Theory]
    [InlineData("containers[app]", "app:1")]
    [InlineData("""containers["a.b[c]"]""", "odd:1")]
    [InlineData("containers[app].env[A]", "\"A\"")]
    [InlineData("containers[app].ports[80,TCP]", """{ "containerPort": 80 }""")] // the protocol that is not written
    [InlineData("containers[app].ports[80,UDP]", "UDP")]
    [InlineData("""containers[app].volumeMounts["/var/log"]""", "/var/log")]
    [InlineData("""metadata.labels["example.com/team"]""", "\"a\"")]
    [InlineData("metadata.labels[plain]", "\"b\"")]
    [InlineData("""tolerations[{"key":"k","operator":"Exists"}]""", "Exists")] // members sorted
    [InlineData("nodeSelector[disk]", "ssd")]
    [InlineData("securityContext.fsGroup", "1")]
    public void An_item_is_found(string path, string part)
    {
        Assert.True(ItemPlace.TryFind(Parts.Template(Rich), path, out ItemPlace place));
        Assert.Contains(part, place.Draft.Freeze().ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("containers[gone]")]
    [InlineData("containers[app].env[B]")]
    [InlineData("containers[app].ports[81,TCP]")]
    [InlineData("containers[app].command")] // null is nothing
    [InlineData("metadata.annotations")]
    [InlineData("metadata.annotations[a]")]
    [InlineData("nodeSelector[none]")]
    [InlineData("nodeSelector[absent]")]
    [InlineData("volumes[v]")] // no such list
    [InlineData("securityContext[fsGroup]")] // no map
    [InlineData("containers.app")]
    [InlineData("containers[app][env]")]
    [InlineData("future")] // no field that templates bring
    [InlineData("containers[app].future")]
    [InlineData("spec.containers[app]")]
    [InlineData("metadata.name")]
    [InlineData("containers[app")]
    [InlineData("containers[app].")]
    [InlineData("""containers["app]""")]
    [InlineData("")]
    [InlineData("[app]")]
    public void What_is_not_there_or_cannot_be_read_is_not_found(string path) =>
        Assert.False(ItemPlace.TryFind(Parts.Template(Rich), path, out _));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"metadata":[],"spec":3}""")]
    [InlineData("""{"metadata":null,"spec":{"containers":{"app":1}}}""")]
    [InlineData("""{"spec":{"containers":[null,7,[],{"name":5}]}}""")]
    public void A_template_of_another_form_has_no_items(string template)
    {
        Assert.False(ItemPlace.TryFind(Parts.Template(template), "containers[app]", out _));
        Assert.False(ItemPlace.TryFind(Parts.Template(template), "metadata.labels[a]", out _));
    }

    [Theory]
    [InlineData("containers[app].env[A]")]
    [InlineData("nodeSelector[disk]")]
    [InlineData("securityContext.fsGroup")]
    public void An_item_taken_out_is_not_found_again(string path)
    {
        JsonDraft template = Parts.Template(Rich);
        Assert.True(ItemPlace.TryFind(template, path, out ItemPlace place));
        place.Remove();
        Assert.False(ItemPlace.TryFind(template, path, out _));
        Assert.True(ItemPlace.TryFind(template, "containers[app]", out _));
    }

    [Fact]
    public void An_item_is_found_in_what_was_taken_apart()
    {
        JsonDraft template = Parts.Template(Rich);
        template.Find("spec")!.Find("containers")!.Items[0].Set("stdin", Parts.Template("true"));
        Assert.True(ItemPlace.TryFind(template, "containers[app].ports[80,TCP]", out _));
    }
}
