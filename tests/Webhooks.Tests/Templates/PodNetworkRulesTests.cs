using Xunit;
using static Webhooks.Tests.Templates.TemplateFiles;

namespace Webhooks.Tests.Templates;

public class PodNetworkRulesTests
{
    private const string Subdomain =
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

    private const string Search =
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*')";

    private const string Address = "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)";

    [Theory]
    [InlineData("[§{hostnames: [a]}]", "[0].ip: Required value")]
    [InlineData("[{ip: §localhost, hostnames: [a]}]", "[0].ip: Invalid value: \"localhost\": " + Address)]
    [InlineData("[{ip: §010.0.0.1}]", "[0].ip: Invalid value: \"010.0.0.1\": must not have leading 0s")]
    [InlineData("[{ip: 10.0.0.1, hostnames: [a.b, §a_b]}]", "[0].hostnames[1]: Invalid value: \"a_b\": " + Subdomain)]
    [InlineData("[{ip: 10.0.0.1, hostnames: [§1]}]", "[0].hostnames[0]: must be a string, not the number 1; put quotes around it")]
    [InlineData("[{ip: 10.0.0.1, §hostname: a}]", "[0].hostname: unknown field; did you mean \"hostnames\"?")]
    [InlineData("[{ip: 10.0.0.1}, {ip: §10.0.0.1}]", "[1].ip: Duplicate value: \"10.0.0.1\"; hostAliases[0].ip has it too, change one of them")]
    public void Host_aliases(string aliases, string message) => Refuses("hostAliases: " + aliases, "hostAliases" + message);

    [Theory]
    [InlineData("{nameservers: §[10.0.0.1, 10.0.0.2, 10.0.0.3, 10.0.0.4]}", "nameservers: Invalid value: \"\": must not have more than 3 nameservers")]
    [InlineData("{nameservers: [§dns.example.com]}", "nameservers[0]: Invalid value: \"dns.example.com\": " + Address)]
    [InlineData("{searches: [§A.com]}", "searches[0]: Invalid value: \"A.com\": " + Search)]
    [InlineData("{searches: [§'']}", "searches[0]: Invalid value: \"\": " + Search)]
    [InlineData("{searches: [§.a]}", "searches[0]: Invalid value: \".a\": " + Search)]
    [InlineData("{searches: [§a_]}", "searches[0]: Invalid value: \"a_\": " + Search)]
    [InlineData("{options: [{name: ndots, value: §2}]}", "options[0].value: must be a string, not the number 2; put quotes around it")]
    [InlineData("{options: [§{value: '2'}]}", "options[0].name: Required value: must not be empty")]
    [InlineData("{§server: [a]}", "server: unknown field")]
    public void Dns_settings(string config, string message) => Refuses("dnsConfig: " + config, "dnsConfig." + message);

    [Fact]
    public void The_search_list_has_a_length()
    {
        string searches = string.Join(", ", Enumerable.Range(10, 32).Select(number => $"a{number}"));
        Accepts($"dnsConfig: {{searches: [{searches}]}}");
        Refuses($"dnsConfig: {{searches: §[{searches}, b]}}", "dnsConfig.searches: Invalid value: \"\": must not have more than 32 search paths");

        string label = new('a', 62);
        string domain = string.Join('.', label, label, label, label); // 251
        string eight = string.Join(", ", Enumerable.Repeat(domain, 8)); // 8 * 251 and 7 spaces: 2015
        Accepts($"dnsConfig: {{searches: [{eight}, {new string('b', 32)}]}}");
        Refuses(
            $"dnsConfig: {{searches: §[{eight}, {new string('b', 33)}]}}",
            "dnsConfig.searches: Invalid value: \"\": must not have more than 2048 characters (including spaces) in the search list");
    }

    [Theory]
    [InlineData("hostAliases: [{ip: 10.0.0.1, hostnames: [a, b.c]}, {ip: '2001:db8::1', hostnames: []}]")]
    [InlineData("dnsConfig: {nameservers: [10.0.0.1, 'fd00::1'], searches: [a.b, a.b., ., _tcp.a_b.c], options: [{name: ndots, value: '2'}, {name: edns0}]}")]
    [InlineData("dnsConfig: {searches: [a], nameservers: null}")]
    public void Network_settings_that_are_fine(string template) => Accepts(template);
}
