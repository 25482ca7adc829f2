using System.Text;
using Webhooks.Schemas.Patterns;
using Webhooks.Tests.Fuzz;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.Tests.Schemas.Patterns;

public class PatternFuzz(ITestOutputHelper output)
{
    private static readonly string[] Corpus =
    [
        "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$", @"(?i)^\pL+[\p{Greek}\d[:alpha:]]{2,5}?(?P<n>a|b)*\x{1F600}$",
        @"((a{10}){10}|[^\W_]+?)(?s:.)(?m-i:^$)\Qa.b\E\b\B\A\z\123", "foo|foot|fool|[ab]c|[ab]d|(?:x|y|)+", @"[\p{^L}\PN\x41-\x5a]+(?i:straße|k)",
    ];

    private static readonly string[] Tokens =
    [
        "(", ")", "(?:", "(?i)", "(?P<n>", "[", "]", "[^", "{1,2}", "{1000}", "{0}", "*", "+", "?", "|", "^", "$", ".", "\\", @"\pL", @"\p{Greek}", @"\PN", "(?i:",
        @"\x{10FFFF}", @"\Q", @"\E", "[:alpha:]", "a-z", "-", ":", "😀", "k", "(a|b", @"[\pL0]",
    ];

    [Fact]
    public void The_reader_stands_up_to_damaged_expressions() =>
        new FuzzRun(Read, typeof(PatternException)) { MostAllocated = 256_000_000 }
            .Damaged([.. Corpus.Select(Encoding.UTF8.GetBytes)], Tokens, 5_000, output);

    /// <summary>Searches, too, in short texts: an expression may take half a million steps.</summary>
    private static void Read(byte[] text)
    {
        if (!Pattern.TryParse(Encoding.UTF8.GetString(text), out Pattern? pattern, out PatternError? error))
        {
            throw new PatternException(error);
        }

        pattern.IsMatch("");
        pattern.IsMatch("aé😀");
    }
}
