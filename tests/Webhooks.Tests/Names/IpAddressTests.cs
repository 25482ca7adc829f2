using System.Net;
using System.Net.Sockets;
using FsCheck;
using FsCheck.Fluent;
using Webhooks.Resources.Names;
using Xunit;

namespace Webhooks.Tests.Names;

public class IpAddressTests
{
    private const string Invalid = "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)";

    [Theory]
    [InlineData("1.2.3.4")]
    [InlineData("0.0.0.0")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("1::")]
    [InlineData("2001:db8::ffff")]
    [InlineData("FE80:0:0:0:0:0:0:0abc")]
    [InlineData("1:2:3:4:5:6:7::")]
    [InlineData("::2:3:4:5:6:7:8")]
    [InlineData("1:2:3:4:5:6:1.2.3.4")]
    [InlineData("64:ff9b::1.2.3.4")]
    public void Addresses_are_accepted(string value) => Assert.Empty(IpAddress.Problems(value));

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1.2.3.256")]
    [InlineData("1.2.3.")]
    [InlineData("1.2.3.4 ")]
    [InlineData("1.2.3.0x4")]
    [InlineData("1.2.3.-4")]
    [InlineData("1.2.3.4/24")]
    [InlineData(":")]
    [InlineData(":::")]
    [InlineData("1::2::3")]
    [InlineData("1:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7:8:")]
    [InlineData("1:2:3:4:5:6:7:8::")]
    [InlineData("1:2:3:4::5:6:7:8")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    [InlineData("12345::")]
    [InlineData("g::")]
    [InlineData("1:2:3:1.2.3.4")]
    [InlineData("::1.2.3.4:5")]
    [InlineData("::1.2.3.4.")]
    [InlineData("fe80::1%eth0")]
    [InlineData("[::1]")]
    [InlineData("::1\0")]
    public void Others_are_refused(string value)
    {
        Assert.Equal([Invalid], IpAddress.Problems(value));
        Assert.Equal([Invalid], IpAddress.CanonicalProblems(value));
    }

    [Theory]
    [InlineData("010.002.003.004", "must not have leading 0s")]
    [InlineData("1.2.3.00", "must not have leading 0s")]
    [InlineData("00001::", "must not have leading 0s")]
    [InlineData("::ffff:01.2.3.4", "must not have leading 0s")]
    [InlineData("::ffff:1.2.3.4", "must not be an IPv4-mapped IPv6 address")]
    [InlineData("::ffff:102:304", "must not be an IPv4-mapped IPv6 address")]
    public void What_programs_read_differently_is_refused(string value, string problem) =>
        Assert.Equal([problem], IpAddress.Problems(value));

    [Theory]
    [InlineData("1.2.3.4")]
    [InlineData("::")]
    [InlineData("2001:db8::ffff")]
    [InlineData("1:0:0:2::3", "1:0:0:2::3")]
    [InlineData("FE80:0:0:0:0:0:0:0abc", "fe80::abc")]
    [InlineData("1:0:0:2:0:0:3:4", "1::2:0:0:3:4")]
    [InlineData("1:0:2:3:4:5:6::", "1:0:2:3:4:5:6:0")]
    [InlineData("::1.2.3.4", "::102:304")]
    public void Newer_fields_want_the_canonical_form(string value, string? canonical = null)
    {
        string[] problems = canonical is null || canonical == value ? [] : [$"must be in canonical form (\"{canonical}\")"];
        Assert.Equal(problems, IpAddress.CanonicalProblems(value));
    }

    [Fact]
    public void The_canonical_form_agrees_with_that_of_the_framework()
    {
        Gen<int[]> groups = Gen.Elements(0, 0, 0, 1, 0xab, 0xffff).ArrayOf(8).Where(group => group[0] == 0xffff);
        Prop.ForAll(groups.ToArbitrary(), group =>
        {
            string text = string.Join(':', group.Select(g => g.ToString("X4", System.Globalization.CultureInfo.InvariantCulture)));
            string canonical = IPAddress.Parse(text).ToString();
            return IPAddress.Parse(text).AddressFamily == AddressFamily.InterNetworkV6
                && IpAddress.Problems(text).Count == 0
                && IpAddress.CanonicalProblems(canonical).Count == 0
                && IpAddress.CanonicalProblems(text) is [var problem]
                && problem == $"must be in canonical form (\"{canonical}\")";
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(5952, 4291));
    }
}
