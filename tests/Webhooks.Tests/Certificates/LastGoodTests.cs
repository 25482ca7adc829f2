using Webhooks.Server.Certificates;
using Xunit;

namespace Webhooks.Tests.Certificates;

public sealed class LastGoodTests
{
    private string _content = "good 1";

    [Fact]
    public void A_bad_version_keeps_the_good_one_and_is_told_once()
    {
        LastGood<string> last = Watch();
        Assert.True(last.Refresh());
        Assert.False(last.Refresh());

        _content = "bad 1";
        Assert.Equal("bad 1", Assert.Throws<CertificateException>(() => last.Refresh()).Message);
        Assert.False(last.Refresh());
        Assert.True(last.IsStale);
        Assert.Equal("good 1", last.Value);

        _content = "bad 2";
        Assert.Equal("bad 2", Assert.Throws<CertificateException>(() => last.Refresh()).Message);

        _content = "good 2";
        Assert.True(last.Refresh());
        Assert.False(last.IsStale);
        Assert.Equal("good 2", last.Value);
    }

    [Fact]
    public void The_version_before_is_taken_back_after_a_bad_one()
    {
        LastGood<string> last = Watch();
        last.Refresh();
        _content = "bad";
        Assert.Throws<CertificateException>(() => last.Refresh());
        _content = "good 1";
        Assert.True(last.Refresh());
        Assert.False(last.IsStale);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_told_once_too()
    {
        LastGood<string> last = new(() => throw new CertificateException("gone"), files => "");
        Assert.Throws<CertificateException>(() => last.Refresh());
        Assert.False(last.Refresh());
        Assert.True(last.IsStale);
        Assert.Null(last.Value);
    }

    private LastGood<string> Watch() => new(
        () => [new PemText("file", _content)],
        files => files[0].Text.StartsWith("bad", StringComparison.Ordinal) ? throw new CertificateException(files[0].Text) : files[0].Text);
}
