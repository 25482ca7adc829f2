using System.Text;
using Webhooks.Client.Reconciling.Statuses;
using Webhooks.Shared.Reconciling;
using Xunit;

namespace Webhooks.Tests.Client.Reconciling.Statuses;

public sealed class StatusPatchTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly WidgetStatus Ready = new()
    {
        ObservedGeneration = 3,
        Phase = "On",
        Size = new WidgetSize(1, 2),
        Conditions = [Condition.True("Ready", "Done", "it's there", 3) with { LastTransitionTime = Start }],
    };

    [Fact]
    public void C5_a_status_that_is_as_wanted_needs_no_patch()
    {
        Assert.Null(Between(Ready, Ready));
        Assert.Null(Between(new WidgetStatus(), new WidgetStatus()));
    }

    [Fact]
    public void C5_the_time_of_a_condition_alone_needs_no_patch()
    {
        Assert.Null(Between(Ready, Ready with { Conditions = [Ready.Conditions[0] with { LastTransitionTime = Start.AddDays(1) }] }));
        Assert.Null(Between(Ready, Ready with { Conditions = [Ready.Conditions[0] with { LastTransitionTime = null }] }));
    }

    [Fact]
    public void A_patch_has_what_differs_and_nothing_else()
    {
        Assert.Equal("""{"observedGeneration":4}""", Between(Ready, Ready with { ObservedGeneration = 4 }));
        Assert.Equal("""{"phase":null,"size":{"height":5}}""", Between(Ready, Ready with { Phase = null, Size = new WidgetSize(1, 5) }));
        Assert.Equal("""{"size":null}""", Between(Ready, Ready with { Size = null }));
        Assert.Equal("""{"size":{"width":null}}""", Between(Ready, Ready with { Size = new WidgetSize(null, 2) }));
        Assert.Equal("""{"size":{"width":1,"height":2}}""", Between(Ready with { Size = null }, Ready));
    }

    [Fact]
    public void A_condition_that_differs_brings_the_whole_list()
    {
        Condition other = Condition.False("Other", "o", "", 3) with { LastTransitionTime = Start };
        Assert.Equal(
            """{"conditions":[{"type":"Ready","status":"True","observedGeneration":3,"lastTransitionTime":"2026-01-01T12:00:00Z","reason":"Done","message":"it\u0027s there"},"""
            + """{"type":"Other","status":"False","observedGeneration":3,"lastTransitionTime":"2026-01-01T12:00:00Z","reason":"o","message":""}]}""",
            Between(Ready, Ready with { Conditions = Ready.Conditions.Add(other) }));
        Assert.Equal("""{"conditions":[]}""", Between(Ready, Ready with { Conditions = [] }));
        Assert.Contains("Again", Between(Ready, Ready with { Conditions = [Ready.Conditions[0] with { Reason = "Again" }] }), StringComparison.Ordinal);
    }

    // The status's part of the patch.
    private static string? Between(WidgetStatus before, WidgetStatus after)
    {
        if (StatusPatch.Between(before, after, WidgetStatus.Json, "7") is not { } patch)
        {
            return null;
        }

        const string Start = """{"metadata":{"resourceVersion":"7"},"status":""";
        string document = Encoding.UTF8.GetString(patch.Document.Span);
        Assert.StartsWith(Start, document, StringComparison.Ordinal);
        return document[Start.Length..^1];
    }
}
