using Webhooks.Admission.Injection;
using Webhooks.Admission.Templates;
using Webhooks.Client.Objects;
using Webhooks.Server.Templates;
using Xunit;

namespace Webhooks.Tests.Clusters;

/// <summary>ConfigMaps as they are cached and read.</summary>
public sealed class TemplateConfigMapsTests
{
    private const string Good = "containers: [{name: agent, image: agent:1}]\n";

    [Fact]
    public void Of_a_ConfigMap_is_kept_what_a_template_needs()
    {
        ConfigMap item = new()
        {
            Metadata = new ObjectMeta { Name = "agent-initializer", Namespace = "n", Uid = "u", ResourceVersion = "7", Labels = StringMap.Of([new("a", "b")]) },
            Data = StringMap.Of([new("config", Good), new("other", "long")]),
        };
        Assert.Equal(
            new ConfigMap
            {
                Metadata = new ObjectMeta { Name = "agent-initializer", Namespace = "n", Uid = "u", ResourceVersion = "7" },
                Data = StringMap.Of([new("config", Good)]),
            },
            TemplateConfigMaps.Kept(item));
        Assert.Null(TemplateConfigMaps.Kept(item with { Metadata = item.Metadata with { Name = "agent" } }));
        Assert.Null(TemplateConfigMaps.Kept(item with { Metadata = item.Metadata with { Name = "-initializer" } }));
        Assert.Equal(StringMap.Of([new("a.yaml", "")]), TemplateConfigMaps.Kept(item with { Data = StringMap.Of([new("a.yaml", Good)]) })!.Data);
        Assert.Empty(TemplateConfigMaps.Kept(item with { Data = StringMap.Of([new("a", ""), new("b", "")]) })!.Data);
    }

    [Fact]
    public void What_has_not_changed_is_not_read_again()
    {
        TemplateConfigMaps maps = new(InjectionOptions.DefaultPrefix);
        ConfigMap one = Item("one", Good);
        InjectionTemplate first = maps.Read([one, Item("two", Good)]).Templates.Find("one")!;
        LoadedTemplates next = maps.Read([Item("two", Good.Replace('1', '2')), one]);
        Assert.Same(first, next.Templates.Find("one"));
        Assert.Equal(["one", "two"], next.Templates.Names);
    }

    private static ConfigMap Item(string template, string config) => new()
    {
        Metadata = new ObjectMeta { Name = $"{template}-initializer", Namespace = "n" },
        Data = StringMap.Of([new("config", config)]),
    };
}
