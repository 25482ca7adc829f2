using Webhooks.Resources.Names;
using Xunit;

namespace Webhooks.Tests.Names;

/// <summary>Messages to the letter, as kube-apiserver 1.36 gives them.</summary>
public class NameMessagesTests
{
    private const string Label =
        "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

    private const string Subdomain =
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

    private const string Search =
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*')";

    private const string Label1035 =
        "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";

    private const string Name =
        "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

    private const string Value =
        "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

    private const string Key =
        "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')";

    private const string Port = "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)";

    private const string Letter = "must contain at least one letter (a-z)";

    [Theory]
    [InlineData("a")]
    [InlineData("0-9")]
    [InlineData("my-name")]
    [InlineData("", Label)]
    [InlineData("A", Label)]
    [InlineData("-a", Label)]
    [InlineData("a-", Label)]
    [InlineData("a\n", Label)]
    [InlineData("ä", Label)]
    [InlineData("a.b", "must not contain dots")]
    [InlineData("a..b", Label)]
    public void Dns_labels(string value, params string[] problems) => Assert.Equal(problems, DnsLabel.Problems(value));

    [Theory]
    [InlineData("example.com")]
    [InlineData("1.2.3")]
    [InlineData("", Subdomain)]
    [InlineData(".", Subdomain)]
    [InlineData("a.", Subdomain)]
    [InlineData("a.-b", Subdomain)]
    [InlineData("a_b", Subdomain)]
    [InlineData("Example.com", Subdomain)]
    public void Dns_subdomains(string value, params string[] problems) =>
        Assert.Equal(problems, DnsSubdomain.Problems(value));

    [Theory]
    [InlineData(".")]
    [InlineData("example.com")]
    [InlineData("example.com.")]
    [InlineData("_tcp.a_b.c")]
    [InlineData("", Search)]
    [InlineData("..", Search)]
    [InlineData("a..", Search)]
    [InlineData(".a", Search)]
    [InlineData("_", Search)]
    [InlineData("__a", Search)]
    [InlineData("_-a", Search)]
    [InlineData("a_", Search)]
    [InlineData("a-.b", Search)]
    [InlineData("A", Search)]
    [InlineData("a\n", Search)]
    public void Search_domains(string value, params string[] problems) => Assert.Equal(problems, SearchDomain.Problems(value));

    [Fact]
    public void A_search_domain_has_253_characters_besides_the_dot_at_its_end()
    {
        string most = string.Join('.', Enumerable.Repeat(new string('a', 126), 2));
        Assert.Empty(SearchDomain.Problems(most + "."));
        Assert.Equal(["must be no more than 253 characters"], SearchDomain.Problems(most + "a."));
    }

    [Theory]
    [InlineData("abc-123")]
    [InlineData("123-abc", Label1035)]
    [InlineData("", Label1035)]
    [InlineData("a.b", Label1035)]
    public void Labels_that_begin_with_a_letter(string value, params string[] problems) =>
        Assert.Equal(problems, Dns1035Label.Problems(value));

    [Theory]
    [InlineData("simple")]
    [InlineData("Uppercase_is.OK-123")]
    [InlineData("example.com/my.name")]
    [InlineData("", "name part must be non-empty", "name part " + Name)]
    [InlineData("a/", "name part must be non-empty", "name part " + Name)]
    [InlineData("/a", "prefix part must be non-empty")]
    [InlineData("/", "prefix part must be non-empty", "name part must be non-empty", "name part " + Name)]
    [InlineData("-a", "name part " + Name)]
    [InlineData("a b", "name part " + Name)]
    [InlineData("A.com/b", "prefix part " + Subdomain)]
    [InlineData("a_b/c_", "prefix part " + Subdomain, "name part " + Name)]
    [InlineData("a/b/c", "a valid label key " + Name + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')")]
    public void Qualified_names(string value, params string[] problems) =>
        Assert.Equal(problems, QualifiedName.Problems(value));

    [Theory]
    [InlineData("Example.COM/name")]
    [InlineData("a_b/c", "prefix part " + Subdomain)]
    public void Annotation_keys_may_have_an_upper_case_prefix(string value, params string[] problems) =>
        Assert.Equal(problems, AnnotationKey.Problems(value));

    [Theory]
    [InlineData("")]
    [InlineData("My_value.1")]
    [InlineData("-", Value)]
    [InlineData("a b", Value)]
    [InlineData("true\n", Value)]
    public void Label_values(string value, params string[] problems) =>
        Assert.Equal(problems, LabelValue.Problems(value));

    [Theory]
    [InlineData("http")]
    [InlineData("1-a")]
    [InlineData("", Port, Letter)]
    [InlineData("80", Letter)]
    [InlineData("HTTP", Port, Letter)]
    [InlineData("a--b", "must not contain consecutive hyphens")]
    [InlineData("-a", "must not begin or end with a hyphen")]
    [InlineData("-", Letter, "must not begin or end with a hyphen")]
    [InlineData("abcdefghijklmnop", "must be no more than 15 characters")]
    [InlineData("_0123456789--ABC-", "must be no more than 15 characters", Port, Letter, "must not contain consecutive hyphens", "must not begin or end with a hyphen")]
    public void Port_names(string value, params string[] problems) => Assert.Equal(problems, PortName.Problems(value));

    [Theory]
    [InlineData(1)]
    [InlineData(65535)]
    [InlineData(0, "must be between 1 and 65535, inclusive")]
    [InlineData(65536, "must be between 1 and 65535, inclusive")]
    [InlineData(-1, "must be between 1 and 65535, inclusive")]
    [InlineData(long.MaxValue, "must be between 1 and 65535, inclusive")]
    public void Port_numbers(long value, params string[] problems) =>
        Assert.Equal(problems, PortNumber.Problems(value));

    [Theory]
    [InlineData("LOG_DIR")]
    [InlineData("1 starts with a digit, and is well")]
    [InlineData("..")]
    [InlineData("", "environment variable name must be non-empty")]
    [InlineData("a=b", "a valid environment variable name must consist only of printable ASCII characters other than '='")]
    [InlineData("a\tb", "a valid environment variable name must consist only of printable ASCII characters other than '='")]
    [InlineData("ä=", "a valid environment variable name must consist only of printable ASCII characters other than '='")]
    public void Environment_variable_names(string value, params string[] problems) =>
        Assert.Equal(problems, EnvVarName.Problems(value));

    [Theory]
    [InlineData("config.YAML_1-")]
    [InlineData(".dockercfg")]
    [InlineData("", Key)]
    [InlineData("a/b", Key)]
    [InlineData(".", "must not be '.'")]
    [InlineData("..", "must not be '..'")]
    [InlineData("..data", "must not start with '..'")]
    [InlineData("../", Key, "must not start with '..'")]
    public void ConfigMap_keys(string value, params string[] problems) =>
        Assert.Equal(problems, ConfigMapKey.Problems(value));

    [Fact]
    public void Lengths_are_counted_in_bytes_and_told_as_1_36_tells_them()
    {
        (string? longest, string? longer) = (new string('a', 63), new string('a', 64));
        string longPrefix = new string('a', 254);

        Assert.Empty(DnsLabel.Problems(longest));
        Assert.Equal(["must be no more than 63 characters"], DnsLabel.Problems(longer));
        Assert.Equal(["must be no more than 63 characters", "must not contain dots"], DnsLabel.Problems(longer + ".b"));
        Assert.Equal(["must be no more than 63 characters"], Dns1035Label.Problems(longer));
        Assert.Empty(DnsSubdomain.Problems(longPrefix[1..]));
        Assert.Equal(["must be no more than 253 characters"], DnsSubdomain.Problems(longPrefix));
        Assert.Empty(LabelValue.Problems(longest));
        Assert.Equal(["must be no more than 63 bytes"], LabelValue.Problems(longer));
        Assert.Empty(QualifiedName.Problems(longPrefix[1..] + "/" + longest));
        Assert.Equal(["prefix part must be no more than 253 bytes", "name part must be no more than 63 bytes"], QualifiedName.Problems(longPrefix + "/" + longer));
        Assert.Equal(["must be no more than 253 characters"], ConfigMapKey.Problems(longPrefix));

        // 22 letters of three bytes each are 66 bytes.
        Assert.Equal(["must be no more than 63 bytes", Value], LabelValue.Problems(new string('字', 22)));
        Assert.Equal([Value], LabelValue.Problems(new string('字', 21)));
    }

    [Fact]
    public void Good_names_cost_nothing()
    {
        Check();
        long before = GC.GetAllocatedBytesForCurrentThread();
        int problems = Check();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(0, problems);

        static int Check()
        {
            return DnsLabel.Problems("my-name").Count
                + DnsSubdomain.Problems("example.com").Count
                + Dns1035Label.Problems("my-name").Count
                + QualifiedName.Problems("initializer.kubernetes.io/logging-agent").Count
                + AnnotationKey.Problems("initializer.kubernetes.io/logging-agent").Count
                + LabelValue.Problems("true").Count
                + PortName.Problems("http").Count
                + PortNumber.Problems(80).Count
                + EnvVarName.Problems("LOG_DIR").Count
                + ConfigMapKey.Problems("config").Count
                + IpAddress.Problems("10.0.0.1").Count;
        }
    }
}
