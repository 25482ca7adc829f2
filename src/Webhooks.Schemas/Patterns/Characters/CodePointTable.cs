using System.Globalization;
using Webhooks.Resources.Embedded;

namespace Webhooks.Schemas.Patterns.Characters;

/// <summary>Reads the tables of <c>Data</c>: named lists of ranges.</summary>
internal static class CodePointTable
{
    /// <summary>The lists of a table, under their names.</summary>
    public static Dictionary<string, CodePointSet> Read(string table)
    {
        Dictionary<string, CodePointSet> lists = [];
        CodePointSetBuilder builder = new();
        string name = "";
        foreach (string token in Tokens(table))
        {
            if (token[^1] != ':')
            {
                AddRange(builder, token);
                continue;
            }

            lists[name] = builder.Build();
            builder.Clear();
            name = token[..^1];
        }

        lists[name] = builder.Build();
        lists.Remove("");
        return lists;
    }

    /// <summary><c>41-5A</c>, <c>41</c>, or <c>101-137/2</c>: every second one.</summary>
    private static void AddRange(CodePointSetBuilder builder, string token)
    {
        bool isEverySecond = token.EndsWith("/2", StringComparison.Ordinal);
        string[] bounds = (isEverySecond ? token[..^2] : token).Split('-');
        (int first, int last) = (Hexadecimal(bounds[0]), Hexadecimal(bounds[^1]));
        if (!isEverySecond)
        {
            builder.Add(first, last);
            return;
        }

        for (int one = first; one <= last; one += 2)
        {
            builder.Add(one, one);
        }
    }

    private static IEnumerable<string> Tokens(string table) =>
        from line in EmbeddedFile.ReadLines(typeof(CodePointTable).Assembly, table)
        where !line.StartsWith('#')
        from token in line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select token;

    private static int Hexadecimal(string text) => int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
