using System.Globalization;
using System.Text;
using Webhooks.Schemas.Patterns.Characters;
using Xunit;

namespace Webhooks.Tests.Schemas.Patterns;

public sealed class UnicodeSetTests
{
    /// <summary>The totals that Unicode 15.0 prints in <c>DerivedGeneralCategory.txt</c> and <c>Scripts.txt</c>.</summary>
    [Theory]
    [InlineData("Lu", 1831)]
    [InlineData("Ll", 2233)]
    [InlineData("Lt", 31)]
    [InlineData("Lm", 397)]
    [InlineData("Lo", 131_612)]
    [InlineData("Mn", 1985)]
    [InlineData("Mc", 452)]
    [InlineData("Me", 13)]
    [InlineData("Nd", 680)]
    [InlineData("Nl", 236)]
    [InlineData("No", 915)]
    [InlineData("Zs", 17)]
    [InlineData("Cc", 65)]
    [InlineData("Cf", 170)]
    [InlineData("Cs", 2048)]
    [InlineData("Co", 137_468)]
    [InlineData("Cn", 825_345)]
    [InlineData("Sc", 63)]
    [InlineData("So", 6634)]
    [InlineData("LC", 1831 + 2233 + 31)]
    [InlineData("Latin", 1481)]
    [InlineData("Greek", 518)]
    [InlineData("Cyrillic", 506)]
    [InlineData("Han", 98_408)]
    [InlineData("Common", 8301)]
    [InlineData("Any", 0x110000)]
    public void Sets_have_as_many_members_as_in_Unicode_15(string name, int count) => Assert.Equal(count, Count(UnicodeSets.Find(name)!));

    [Fact]
    public void Categories_divide_all_code_points()
    {
        string[] majors = ["C", "L", "M", "N", "P", "S", "Z"];
        Assert.Equal(0x110000, majors.Sum(name => Count(UnicodeSets.Find(name)!)));
    }

    /// <summary>The runtime's tables are of a later Unicode: what it adds is unassigned here, and hardly anything else differs.</summary>
    [Fact]
    public void Letters_and_digits_are_those_of_the_runtime_that_were_known_then()
    {
        CodePointSet unassigned = UnicodeSets.Find("Cn")!;
        CodePointSet letters = UnicodeSets.Find("L")!;
        CodePointSet digits = UnicodeSets.Find("Nd")!;
        for (int codePoint = 0; codePoint <= CodePointSet.Last; codePoint++)
        {
            if (!unassigned.Contains(codePoint) && Rune.TryCreate(codePoint, out Rune rune))
            {
                Assert.True(Rune.IsLetter(rune) == letters.Contains(codePoint), $"U+{codePoint:X4}");
                Assert.True((Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber) == digits.Contains(codePoint), $"U+{codePoint:X4}");
            }
        }
    }

    [Fact]
    public void Cases_are_those_of_simple_folding()
    {
        Assert.Equal(['K', 'k', 0x212A], CaseFolds.OrbitOf('k').ToArray());
        Assert.Equal([0x345, 0x399, 0x3B9, 0x1FBE], CaseFolds.OrbitOf('ι').ToArray());
        Assert.Equal([0x13A0, 0xAB70], CaseFolds.OrbitOf(0x13A0).ToArray());
        Assert.Empty(CaseFolds.OrbitOf('İ').ToArray());
        Assert.Equal('Z', CaseFolds.Least('z'));
        Assert.Equal('1', CaseFolds.Least('1'));
    }

    [Fact]
    public void A_set_negated_twice_is_itself()
    {
        CodePointSet set = new('a', 'c', 'x', 'x', CodePointSet.Last, CodePointSet.Last);
        Assert.Equal(set, set.Negated().Negated());
        Assert.Equal(CodePointSet.Any, CodePointSet.None.Negated());
        Assert.True(CodePointSet.Any.Negated().IsEmpty);
    }

    private static int Count(CodePointSet set) =>
        Enumerable.Range(0, set.Bounds.Length / 2).Sum(range => set.Bounds[(2 * range) + 1] - set.Bounds[2 * range] + 1);
}
