using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Webhooks.Resources.Names;
using Xunit;

namespace Webhooks.Tests.Names;

/// <summary>The hand-written scans against the regular expressions that the messages quote.</summary>
public class NameProperties
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(5000).WithReplay(1123, 1035);

    private static readonly Arbitrary<string> Texts =
        Gen.Elements("aaazA019--..__/ =\n\u00e4\u212a\ud800".ToCharArray()).ArrayOf()
            .Select(letters => new string(letters))
            .ToArbitrary();

    [Fact]
    public void Scans_accept_what_the_quoted_expressions_match()
    {
        Prop.ForAll(Texts, text =>
            Agrees(DnsLabel.Problems(text), text, "[a-z0-9]([-a-z0-9]*[a-z0-9])?", 63)
            && Agrees(Dns1035Label.Problems(text), text, "[a-z]([-a-z0-9]*[a-z0-9])?", 63)
            && Agrees(DnsSubdomain.Problems(text), text, "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*", 253)
            && Agrees(LabelValue.Problems(text), text, "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?", 63)
            && Agrees(ConfigMapKey.Problems(text), text, "(?!\\.\\.|\\.\\z)[-._a-zA-Z0-9]+", 253)
            && Agrees(PortName.Problems(text), text, "(?!-|.*--|.*-\\z)(?=.*[a-z])[-a-z0-9]+", 15)
            && Agrees(EnvVarName.Problems(text), text, "[ -<>-~]+", int.MaxValue)
            && Agrees(QualifiedName.Problems(text), text, "([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]", 63))
            .Check(Repeatable);
    }

    private static bool Agrees(IReadOnlyList<string> problems, string text, string expression, int length) =>
        text.Length > length - 1 || (problems.Count == 0) == Regex.IsMatch(text, $"\\A(?:{expression})\\z");
}
