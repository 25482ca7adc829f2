using System.Text;

namespace Webhooks.Shared.Golden;

/// <summary>Holds what a case printed against its files, or writes the files anew.</summary>
internal static class GoldenComparison
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>True when the run is to rewrite the expectations: <c>UPDATE_GOLDEN=1</c>.</summary>
    public static bool IsRewriting { get; } = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    /// <summary>The differences, readable; none when all is as expected.</summary>
    /// <param name="one">The case.</param>
    /// <param name="actual">What was printed, by file.</param>
    /// <param name="files">The files that are compared. Default: all of the case.</param>
    public static IEnumerable<string> Problems(CaseFolder one, IReadOnlyDictionary<string, string> actual, IReadOnlyList<string>? files = null)
    {
        foreach (string file in files ?? one.Expectations)
        {
            string expected = one.Has(file) ? Read(one, file) : "";
            string found = actual.GetValueOrDefault(file, "");
            if (one.Has(file) && found.Length == 0 && expected.Length == 0)
            {
                yield return $"{one.Name}/{file} is empty: remove it, an absent file says the same.";
            }
            else if (found != expected && (found.Length > 0 || one.Has(file)))
            {
                yield return $"{one.Name}/{file} (- expected, + printed; `make golden` rewrites it):\n{LineDiff.Of(expected, found)}";
            }
        }
    }

    /// <summary>Makes the files say what was printed.</summary>
    public static void Rewrite(CaseFolder one, IReadOnlyDictionary<string, string> actual)
    {
        foreach (string file in one.Expectations)
        {
            if (actual.TryGetValue(file, out string? text))
            {
                File.WriteAllBytes(one.PathOf(file), Utf8.GetBytes(text));
            }
            else
            {
                File.Delete(one.PathOf(file));
            }
        }
    }

    /// <summary>The text of one of its files, to the byte.</summary>
    public static string Read(CaseFolder one, string file) => Utf8.GetString(File.ReadAllBytes(one.PathOf(file)));
}
