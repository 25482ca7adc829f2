using System.CommandLine;
using Webhooks.Admission.Injection;

namespace Webhooks.Server.CommandLine;

/// <summary>The option <c>--kube-version</c>.</summary>
internal static class KubeVersionOption
{
    /// <param name="description">Whose version it is, and what depends on it.</param>
    public static Option<string?> Create(string description)
    {
        Option<string?> option = new("--kube-version") { Description = description, HelpName = "V" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } version && !KubeVersion.TryParse(version, out _))
            {
                result.AddError($"{option.Name}: '{version}' is no version such as 1.29");
            }
        });
        return option;
    }

    /// <summary>The version; <c>null</c> where none is given.</summary>
    public static KubeVersion? Read(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } text && KubeVersion.TryParse(text, out KubeVersion version) ? version : null;
}
