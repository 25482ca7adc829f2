using Webhooks.Schemas.Formats;
using Xunit;

namespace Webhooks.Tests.Schemas;

/// <summary>Formats as the libraries of Go 1.26 read them; the recorded answers show the common cases, these the branches.</summary>
public sealed class FormatTests
{
    [Theory]
    [InlineData("http://a:80:80/", false)]
    [InlineData("HTTPS://a:1:2", false)]
    [InlineData("http://::1/", false)]
    [InlineData("postgresql://a:1,b:2/db", true)]
    [InlineData("mongodb://a,b:2:x", false)]
    [InlineData("ftp://a:b:2", true)]
    [InlineData("http://a[b]/", false)]
    [InlineData("http://a]/", true)]
    [InlineData("http://u:p@[::1]:8080/x", true)]
    [InlineData("http://[::ffff:1.2.3.4]", true)]
    [InlineData("http://[1.2.3.4]", false)]
    [InlineData("http://[]", false)]
    [InlineData("http://[fe80::1%25en0]/", true)]
    [InlineData("http://[fe80::1%25]/", false)]
    [InlineData("http://[fe80::1%25e%25%20%41]/", true)]
    [InlineData("http://[fe80::1%25e%01]/", false)]
    [InlineData("http://[fe80::1%25%c3%a9]/", false)]
    [InlineData("http://[fe80::1%25é{]/", false)]
    [InlineData("http://[fe80::1%en0]/", false)]
    public void A_uri_has_a_host_that_Go_takes(string text, bool isOne) => Assert.Equal(isOne, Is("uri", text));

    [Theory]
    [InlineData("=?utf-8?q?J=C3=BCrgen?= <a@b.c>", true)]
    [InlineData("=?koi8-r?q?a?= <a@b.c>", false)]
    [InlineData("=?koi8-r?b?YQ==?= <a@b.c>", false)]
    [InlineData("=?koi8-r?b?Y?= <a@b.c>", true)]
    [InlineData("=?koi8-r?q?a=4?= <a@b.c>", true)]
    [InlineData("=?koi8-r?x?a?= <a@b.c>", true)]
    [InlineData("Bob =?koi8-r?q?a?= <a@b.c>", true)]
    [InlineData("a@b.c (=?koi8-r?q?a?=)", false)]
    [InlineData("a@b.c (x (y) \\) =?ISO-8859-1?Q?a?=)", true)]
    [InlineData("a@b.c (x (y)", false)]
    [InlineData("Bob (x) <a@b.c>", true)]
    [InlineData("a@[::1]", true)]
    [InlineData("a@[IPv6:::1]", false)]
    public void A_mail_address_may_have_words_in_a_known_character_set(string text, bool isOne) => Assert.Equal(isOne, Is("email", text));

    [Theory]
    [InlineData("a", true)]
    [InlineData("a-", true)]
    [InlineData("a-b", true)]
    [InlineData("a-b-c", false)]
    [InlineData("-a", false)]
    [InlineData("a--b.com", true)]
    [InlineData("a-.com", false)]
    [InlineData("$+😀.été", true)]
    [InlineData("a.b", false)]
    [InlineData("a.c0", false)]
    [InlineData("a.com.", false)]
    [InlineData("a\n", false)]
    [InlineData("", false)]
    [InlineData("\U0002EBF0", false)]
    public void A_host_name_has_characters_of_Unicode_15(string text, bool isOne) => Assert.Equal(isOne, Is("hostname", text));

    [Theory]
    [InlineData("cidr", "1.2.3.4/2\0", false)]
    [InlineData("cidr", "01.2.3.4/00024", true)]
    [InlineData("cidr", "::ffff:1.2.3.4/128", true)]
    [InlineData("date-time", "2020-01-01t1\0:00:00z", false)]
    [InlineData("date-time", "2020-01-01T00:00:00x5Z", true)]
    [InlineData("date-time", "2020-01-01T00:00:00+99:99", true)]
    [InlineData("duration", "-9223372036854775808ns", true)]
    [InlineData("duration", "9223372036854775808ns", false)]
    [InlineData("duration", "0.00000000000000000000000000000000000000000000000000000000000000001s", true)]
    [InlineData("duration", "9999999999999999999 s", false)]
    [InlineData("duration", "1 d 9999999999999999999 s", false)]
    [InlineData("duration", "5 µsec", false)]
    [InlineData("duration", "5 Micros", true)]
    [InlineData("duration", "1h 5x", true)]
    public void A_number_is_read_to_its_end(string format, string text, bool isOne) => Assert.Equal(isOne, Is(format, text));

    private static bool Is(string format, string text) => StringFormats.Find(format)!(text);
}
