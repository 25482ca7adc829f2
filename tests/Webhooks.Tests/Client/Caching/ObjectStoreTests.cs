using Webhooks.Client.Caching;
using Webhooks.Client.Objects;
using Xunit;

namespace Webhooks.Tests.Client.Caching;

/// <summary>What a store makes of what a reflector says, each invariant in a test of its number.</summary>
public sealed class ObjectStoreTests
{
    private readonly ObjectStore<ConfigMap> _store = new();

    private IEnumerable<string> Stored => _store.Snapshot.Items.Texts();

    [Fact]
    public void R4_a_list_takes_away_what_it_does_not_have_before_it_brings_anything()
    {
        List(1, Maps.Map("a", 1), Maps.Map("b", 1), Maps.Map("c", 1), Maps.Map("d", 1));
        Assert.Equal(
            ["DeletedUnseen b@1", "DeletedUnseen d@1"],
            List(9, Maps.Map("e", 8), Maps.Map("a", 7), Maps.Map("c", 1), Maps.Map("f", 9)).Take(2).Order(StringComparer.Ordinal));
        Assert.Equal(["a@7", "c@1", "e@8", "f@9"], Stored);
    }

    [Fact]
    public void R4_what_a_list_brings_is_told_in_its_order()
    {
        List(1, Maps.Map("a", 1), Maps.Map("c", 1));
        Assert.Equal(["Added e@8", "Updated a@1 to a@7", "Unchanged c@1 to c@1"], List(9, Maps.Map("e", 8), Maps.Map("a", 7), Maps.Map("c", 1)));
        Assert.Equal("9", _store.ResourceVersion);
    }

    [Fact]
    public void R10_what_a_list_has_but_cannot_be_read_stays_as_it_was_known()
    {
        List(1, Maps.Map("a", 1), Maps.Map("b", 1));
        List<Notification<ConfigMap>> changes = [];
        _store.Replace([Maps.Map("b", 2)], [Maps.Key("a"), Maps.Key("never")], "2", changes);
        Assert.Equal(["Updated b@1 to b@2"], changes.Select(Maps.Text));
        Assert.Equal(["a@1", "b@2"], Stored);
    }

    // As texts, 9 comes after 10; and beyond 64 bits there are versions, too.
    [Theory]
    [InlineData("9", "10", "10")]
    [InlineData("10", "9", "10")]
    [InlineData("99999999999999999999999", "100000000000000000000000", "100000000000000000000000")]
    [InlineData("100000000000000000000000", "99999999999999999999999", "100000000000000000000000")]
    [InlineData("10", "010", "010")]
    [InlineData("10", "", "")]
    [InlineData("10", "x9", "x9")]
    [InlineData("x9", "1", "1")]
    [InlineData("٣", "1", "1")]
    public void S1_of_two_versions_the_larger_number_stays_and_what_is_no_number_is_taken_as_given(string known, string heard, string stays)
    {
        Set(Version(known));
        Set(Version(heard));
        Assert.Equal(stays, Assert.Single(_store.Snapshot.Items).Metadata.ResourceVersion);

        static ConfigMap Version(string version) => new() { Metadata = new ObjectMeta { Name = "a", ResourceVersion = version } };
    }

    [Fact]
    public void S1_an_older_deletion_takes_nothing_newer_away()
    {
        Set(Maps.Map("a", 10));
        Assert.Empty(Remove(Maps.Map("a", 9)));
        Assert.Equal(["a@10"], Stored);
        Assert.Equal(["Deleted a@11"], Remove(Maps.Map("a", 11)));
        Assert.Empty(Stored);
        Assert.Equal("11", _store.ResourceVersion);
    }

    [Fact]
    public void S1_a_list_from_before_is_believed_and_said_to_be_one()
    {
        List<Notification<ConfigMap>> changes = [];
        Assert.False(_store.Replace([Maps.Map("a", 10)], [], "12", changes));
        Assert.False(_store.Replace([Maps.Map("a", 10)], [], "12", changes));
        Assert.True(_store.Replace([Maps.Map("a", 4)], [], "5", changes));
        Assert.Equal(["a@4"], Stored);
        Assert.Equal("5", _store.ResourceVersion);

        // The list itself may have a later version than what was known before the server was set back.
        Assert.True(_store.Replace([Maps.Map("a", 3)], [], "7", changes));
        Assert.Equal("Updated a@4 to a@3", Maps.Text(changes[^1]));
        Assert.Equal(["Updated a@3 to a@4"], Set(Maps.Map("a", 4)));
    }

    [Fact]
    public void S1_of_what_a_list_has_twice_the_newer_stays()
    {
        Assert.Equal(["Added a@2", "Added b@1"], List(2, Maps.Map("a", 1), Maps.Map("b", 1), Maps.Map("a", 2), Maps.Map("a", 1)));
        Assert.Equal(["a@2", "b@1"], Stored);
    }

    [Fact]
    public void S8_a_version_that_is_known_changes_nothing()
    {
        ConfigMap known = Maps.Map("a", 1);
        Set(known);
        Assert.Equal(["Unchanged a@1 to a@1"], Set(Maps.Map("a", 1)));
        Assert.Same(known, Assert.Single(_store.Snapshot.Items));
    }

    [Fact]
    public void S12_another_object_of_the_same_name_is_a_deletion_and_an_addition()
    {
        List(1, Maps.Map("a", 1, uid: "one"), Maps.Map("b", 1, uid: "one"));
        Assert.Equal(
            ["DeletedUnseen a@1/one", "Added a@5/two", "Updated b@1/one to b@6/one"],
            List(7, Maps.Map("a", 5, uid: "two"), Maps.Map("b", 6, uid: "one")));
        Assert.Equal(["DeletedUnseen b@6/one", "Added b@8/two"], Set(Maps.Map("b", 8, uid: "two")));
        Assert.Equal(["a@5/two", "b@8/two"], Stored);
    }

    [Fact]
    public void S12_the_deletion_of_another_object_tells_of_the_one_that_was_known()
    {
        Set(Maps.Map("a", 1, uid: "one"));
        Assert.Equal(["DeletedUnseen a@1/one"], Remove(Maps.Map("a", 9, uid: "two")));
        Assert.Empty(Stored);
        Assert.Empty(Remove(Maps.Map("a", 10)));
    }

    private IEnumerable<string> List(long version, params ConfigMap[] maps)
    {
        List<Notification<ConfigMap>> changes = [];
        _store.Replace(maps, [], $"{version}", changes);
        return changes.Select(Maps.Text);
    }

    private IEnumerable<string> Set(ConfigMap map)
    {
        List<Notification<ConfigMap>> changes = [];
        _store.Set(map, changes);
        return changes.Select(Maps.Text);
    }

    private IEnumerable<string> Remove(ConfigMap map)
    {
        List<Notification<ConfigMap>> changes = [];
        _store.Remove(map, changes);
        return changes.Select(Maps.Text);
    }
}
