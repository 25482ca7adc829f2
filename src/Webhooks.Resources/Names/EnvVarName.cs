using System.Buffers;

namespace Webhooks.Resources.Names;

/// <summary>Names of environment variables, as Kubernetes takes them since 1.34 (RelaxedEnvironmentVariableValidation).</summary>
public static class EnvVarName
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Where(letter => letter != '=')]);

    /// <summary>What is wrong with <paramref name="value"/> as a name, worded as <c>validation.IsRelaxedEnvVarName</c>; empty when it is one.</summary>
    /// <remarks>A name is one or more printable ASCII characters other than <c>=</c>. Allocates nothing for a good one.</remarks>
    public static IReadOnlyList<string> Problems(string value)
    {
        if (value.Length == 0)
        {
            return ["environment variable name " + Wording.NonEmpty];
        }

        return value.AsSpan().ContainsAnyExcept(Allowed)
            ? ["a valid environment variable name must consist only of printable ASCII characters other than '='"]
            : [];
    }
}
