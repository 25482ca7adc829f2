using System.Globalization;
using System.Text;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.Tests.Fuzz;

public class YamlFuzzTests(ITestOutputHelper output)
{
    private const int Slice = 4000;

    [Fact]
    public void Mutated_documents_are_read_or_refused_within_the_bounds()
    {
        int? count = Setting("FUZZ_COUNT");
        int seed = Setting("FUZZ_SEED") ?? (count is null ? 305 : Random.Shared.Next());
        output.WriteLine($"seed {seed}, {count ?? Slice} texts");
        YamlFuzz.Run(seed, count ?? Slice);
    }

    [Fact]
    public void Hostile_texts_of_64_KB_cost_a_second_and_64_MB_at_most()
    {
        foreach ((string name, string text) in YamlHostile.Texts)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            Assert.InRange(bytes.Length, 1, 70_000);
            YamlFuzz.Check(bytes, name);
        }
    }

    private static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
