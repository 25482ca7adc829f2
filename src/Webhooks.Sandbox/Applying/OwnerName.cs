using System.Globalization;
using System.Text;
using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Applying;

/// <summary>The name of a field manager: what the request says, or else who it says it comes from.</summary>
internal static class OwnerName
{
    private const int MostBytes = 128;
    private const string Field = "fieldManager";

    /// <summary>The name to record.</summary>
    /// <param name="fieldManager">The option; empty for none.</param>
    /// <param name="userAgent">The header; of it counts what stands before the first slash, without what cannot be printed, 128 bytes at most.</param>
    public static string Of(string fieldManager, string userAgent)
    {
        if (fieldManager.Length > 0)
        {
            return fieldManager;
        }

        StringBuilder name = new();
        int bytes = 0;
        foreach (Rune rune in userAgent.Split('/')[0].EnumerateRunes().Where(IsPrint))
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > MostBytes)
            {
                break;
            }

            name.Append(rune);
        }

        return name.ToString();
    }

    /// <summary>What is wrong with the option: too long, or not to be printed.</summary>
    public static IEnumerable<StatusCause> Problems(string fieldManager)
    {
        if (Encoding.UTF8.GetByteCount(fieldManager) > MostBytes)
        {
            yield return FieldError.TooLong(Field, MostBytes);
        }

        int position = 0;
        foreach (Rune rune in fieldManager.EnumerateRunes())
        {
            if (!IsPrint(rune))
            {
                yield return FieldError.Invalid(Field, fieldManager, string.Create(
                    CultureInfo.InvariantCulture, $"invalid character U+{rune.Value:X4} (at position {position})"));
            }

            position += rune.Utf8SequenceLength;
        }
    }

    /// <summary>What is wrong with the options of a patch: applies need a name, others may not be forced.</summary>
    public static IEnumerable<StatusCause> Problems(string fieldManager, bool? force, bool isApply)
    {
        if (isApply && fieldManager.Length == 0)
        {
            yield return FieldError.Required(Field, "is required for apply patch");
        }

        if (!isApply && force != null)
        {
            yield return FieldError.Forbidden("force", "may not be specified for non-apply patch");
        }

        foreach (StatusCause problem in Problems(fieldManager))
        {
            yield return problem;
        }
    }

    private static bool IsPrint(Rune rune) =>
        rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
