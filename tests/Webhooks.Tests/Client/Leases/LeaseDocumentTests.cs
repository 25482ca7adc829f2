using System.Text;
using Webhooks.Client.Leases;
using Webhooks.Client.Objects;
using Xunit;

namespace Webhooks.Tests.Client.Leases;

public sealed class LeaseDocumentTests
{
    private static readonly LeaseRecord Record = new("a", 15, "2026-01-02T03:04:05.000001Z", "2026-01-02T03:04:06.000001Z", 2);

    [Fact]
    public void K11_everything_but_the_record_is_written_back_as_it_was()
    {
        LeaseDocument read = Read(
            """{"kind":"Lease","apiVersion":"coordination.k8s.io/v1","metadata":{"name":"x","uid":"u","resourceVersion":"7","labels":{"a":"<\u00e9>"},"managedFields":[{"f":1.50}]},"spec":"""
            + """{"strategy":"OldestEmulationVersion","holderIdentity":"b","leaseTransitions":1,"preferredHolder":"c","new":{"n":12345678901234567890}},"new":null}""");
        Assert.Equal(
            """{"kind":"Lease","apiVersion":"coordination.k8s.io/v1","metadata":{"name":"x","uid":"u","resourceVersion":"7","labels":{"a":"<\u00e9>"},"managedFields":[{"f":1.50}]},"new":null,"spec":"""
            + """{"holderIdentity":"a","leaseDurationSeconds":15,"acquireTime":"2026-01-02T03:04:05.000001Z","renewTime":"2026-01-02T03:04:06.000001Z","leaseTransitions":"""
            + """2,"strategy":"OldestEmulationVersion","preferredHolder":"c","new":{"n":12345678901234567890}}}""",
            Encoding.UTF8.GetString(read.With(Record).Span));
    }

    [Fact]
    public void What_was_written_is_read() =>
        Assert.Equal(Record, Read(Encoding.UTF8.GetString(Read("""{"metadata":{"resourceVersion":"1"}}""").With(Record).Span)).Record);

    [Fact]
    public void A_new_lease_says_what_it_is() => Assert.Equal(
        """{"apiVersion":"coordination.k8s.io/v1","kind":"Lease","metadata":{"name":"n","namespace":"ns"},"spec":{"holderIdentity":"a","leaseDurationSeconds":"""
        + """15,"acquireTime":"2026-01-02T03:04:05.000001Z","renewTime":"2026-01-02T03:04:06.000001Z","leaseTransitions":2}}""",
        Encoding.UTF8.GetString(LeaseDocument.New(new ObjectKey("ns", "n"), Record).Span));

    [Theory]
    [InlineData("""{"metadata":{"resourceVersion":"1"}}""")]
    [InlineData("""{"metadata":{"resourceVersion":"1"},"spec":null}""")]
    [InlineData("""{"metadata":{"resourceVersion":"1"},"spec":{"holderIdentity":null,"leaseDurationSeconds":null,"acquireTime":null}}""")]
    public void L7_what_is_absent_or_null_reads_as_empty(string lease) => Assert.Equal(new LeaseRecord("", 0, "", "", 0), Read(lease).Record);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("""{"metadata":{"name":"x"}}""")]
    public void What_is_no_lease_is_refused(string text) => Assert.ThrowsAny<FormatException>(() => Read(text));

    private static LeaseDocument Read(string text) => LeaseDocument.Read(Encoding.UTF8.GetBytes(text));
}
