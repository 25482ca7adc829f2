using System.Text;
using Webhooks.Client.Objects;
using Webhooks.Client.Reconciling.Finalizing;
using Webhooks.Client.Requests;
using Xunit;

namespace Webhooks.Tests.Client.Reconciling.Finalizing;

public sealed class FinalizerPlanTests
{
    private const string Ours = "example.com/ours";

    private static readonly ObjectMeta Meta = new() { Uid = "u1", ResourceVersion = "7" };

    [Theory]
    [InlineData(false, false, "Add")]
    [InlineData(false, true, "Work")]
    [InlineData(true, true, "CleanUp")]
    [InlineData(true, false, "Nothing")]
    public void C6_an_object_that_is_to_go_is_cleaned_up_if_it_has_our_finalizer_and_left_alone_without(bool isGoing, bool hasOurs, string expected)
    {
        ObjectMeta meta = Meta with
        {
            DeletionTimestamp = isGoing ? DateTimeOffset.UnixEpoch : null,
            Finalizers = hasOurs ? ["others", Ours] : ["others", "example.com/ours2"],
        };
        Assert.Equal(expected, FinalizerPlan.Next(meta, Ours).ToString());
    }

    [Fact]
    public void C6_a_finalizer_is_added_only_to_the_list_that_was_read()
    {
        Assert.Equal(
            """[{"op":"test","path":"/metadata/uid","value":"u1"},{"op":"test","path":"/metadata/resourceVersion","value":"7"},{"op":"add","path":"/metadata/finalizers","value":["example.com/ours"]}]""",
            Text(FinalizerPlan.Adding(Meta, Ours)));
        Assert.Equal(
            """[{"op":"test","path":"/metadata/uid","value":"u1"},{"op":"test","path":"/metadata/finalizers","value":["a","b"]},{"op":"add","path":"/metadata/finalizers/-","value":"example.com/ours"}]""",
            Text(FinalizerPlan.Adding(Meta with { Finalizers = ["a", "b"] }, Ours)));
    }

    [Fact]
    public void C6_a_finalizer_is_removed_only_from_the_list_that_was_read() =>
        Assert.Equal(
            """[{"op":"test","path":"/metadata/uid","value":"u1"},{"op":"test","path":"/metadata/finalizers","value":["a","example.com/ours","b"]},{"op":"remove","path":"/metadata/finalizers/1"}]""",
            Text(FinalizerPlan.Removing(Meta with { Finalizers = ["a", Ours, "b"] }, Ours)));

    private static string Text(OperationsPatch patch) => Encoding.UTF8.GetString(patch.Document.Span);
}
