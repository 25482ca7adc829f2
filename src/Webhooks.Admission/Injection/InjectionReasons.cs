using System.Text;

namespace Webhooks.Admission.Injection;

/// <summary>The spelling of <see cref="InjectionReason"/> in annotations, labels and reports.</summary>
public static class InjectionReasons
{
    private static readonly string[] Names = [.. Enum.GetNames<InjectionReason>().Select(Spell)];

    /// <summary>The reason in lower case with dashes: <c>nothing-to-add</c>. No allocation.</summary>
    public static string Name(this InjectionReason reason) => Names[(int)reason];

    private static string Spell(string name)
    {
        StringBuilder text = new();
        foreach (char next in name)
        {
            if (char.IsAsciiLetterUpper(next) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(next));
        }

        return text.ToString();
    }
}
