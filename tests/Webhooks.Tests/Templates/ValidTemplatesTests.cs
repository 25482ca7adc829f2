using Webhooks.Admission.Pods;
using Webhooks.Admission.Templates;
using Xunit;
using static Webhooks.Tests.Templates.TemplateFiles;

namespace Webhooks.Tests.Templates;

public class ValidTemplatesTests
{
    [Theory]
    [InlineData(ValidTemplates.LoggingAgent)]
    [InlineData(ValidTemplates.Json)]
    [InlineData(ValidTemplates.Anchors)]
    [InlineData(ValidTemplates.Placement)]
    [InlineData(ValidTemplates.EveryContainer)]
    [InlineData(ValidTemplates.Windows)]
    public void Templates_as_people_write_them(string text) => Accepts(text);

    [Fact]
    public void Config_maps_as_people_write_them()
    {
        var loaded = Load(("cache.yaml", ValidTemplates.ConfigMap));
        Assert.Empty(loaded.Problems);
        Assert.Equal(["cache"], loaded.Templates.Names);
    }

    [Fact]
    public void Templates_are_in_force_for_all_namespaces_only_where_they_say_so() =>
        Assert.Equal(["a"], Load(("a.yaml", ValidTemplates.LoggingAgent), ("b.yaml", ValidTemplates.Json)).Templates.Defaults);

    [Fact]
    public void A_valid_template_shows_every_field_that_a_template_may_bring()
    {
        string[] shown = [ValidTemplates.LoggingAgent, ValidTemplates.Placement];
        Assert.All(PodShapes.Brought, field => Assert.Contains(shown, text => text.Split('\n').Any(line => line.StartsWith(field + ":", StringComparison.Ordinal))));
        Assert.All(InjectionFields.All, field => Assert.Contains($"\n  {field.Name}:", ValidTemplates.Placement, StringComparison.Ordinal));
    }
}
