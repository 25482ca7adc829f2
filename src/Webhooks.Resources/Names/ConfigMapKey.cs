using System.Buffers;

namespace Webhooks.Resources.Names;

/// <summary>Keys of the data of ConfigMaps and Secrets: they become names of files.</summary>
public static class ConfigMapKey
{
    /// <summary>How many bytes a key may have: 253.</summary>
    public const int MaxLength = 253;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("-_.ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    private static readonly string TooLong = Wording.TooLong(MaxLength, "characters");

    private static readonly string Malformed = Wording.Regex(
        "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
        "[-._a-zA-Z0-9]+",
        "key.name",
        "KEY_NAME",
        "key-name");

    /// <summary>What is wrong with <paramref name="value"/> as a key, worded as <c>validation.IsConfigMapKey</c>; empty when it is one.</summary>
    /// <remarks>Allocates nothing for a good one.</remarks>
    public static IReadOnlyList<string> Problems(string value)
    {
        bool tooLong = Wording.IsLongerThan(value, MaxLength);
        bool malformed = value.Length == 0 || value.AsSpan().ContainsAnyExcept(Allowed);
        string? climbing = value switch
        {
            "." => "must not be '.'",
            ".." => "must not be '..'",
            ['.', '.', ..] => "must not start with '..'",
            _ => null,
        };
        if (!tooLong && !malformed && climbing is null)
        {
            return [];
        }

        List<string> problems = new(3);
        if (tooLong)
        {
            problems.Add(TooLong);
        }

        if (malformed)
        {
            problems.Add(Malformed);
        }

        if (climbing is not null)
        {
            problems.Add(climbing);
        }

        return problems;
    }
}
