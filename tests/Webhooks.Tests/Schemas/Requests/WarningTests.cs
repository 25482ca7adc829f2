using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Schemas;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Requests;
using Xunit;

namespace Webhooks.Tests.Schemas.Requests;

/// <summary>Warnings, as headers can have them.</summary>
public sealed class WarningTests
{
    private static readonly CustomResourceWrites Writes = new(new CustomResourceKind(
        new("example.com", "v1", "Thing"), default, JsonTree.Parse("""{"schema":{"openAPIV3Schema":{"type":"object"}}}""").Root));

    [Fact]
    public void Each_is_sent_once_and_none_that_has_control_characters() =>
        Assert.Equal(["unknown field \"a\""], Warned("\"a\":1", "\"b\\t\":1", "\"c\\u0085\":1"));

    [Fact]
    public void All_are_cut_once_they_are_too_long_together()
    {
        string name = new('é', 2040);
        Assert.Equal([2057, 2037], Warned($"\"a{name}\":1", $"\"b{name[..2020]}\":1").Select(text => text.Length));
        Assert.Equal([256, 256], Warned($"\"a{name}\":1", $"\"b{name}\":1").Select(text => text.Length));
    }

    [Fact]
    public void Of_those_that_are_cut_no_more_are_sent_than_fit() =>
        Assert.Equal(16, Warned([.. Enumerable.Range(0, 30).Select(i => $"\"a{i:00}{new string('x', 300)}\":1")]).Count);

    private static IReadOnlyList<string> Warned(params string[] members) => Writes.Create(
        Encoding.UTF8.GetBytes($$"""{"apiVersion":"example.com/v1","kind":"Thing","metadata":{"name":"x"},{{string.Join(',', members)}} }"""),
        FieldValidation.Warn).Warnings;
}
