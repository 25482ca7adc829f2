using System.CommandLine;
using Webhooks.Admission.Injection;
using Webhooks.Resources.Names;

namespace Webhooks.Server.CommandLine;

/// <summary>The option <c>--annotation-prefix</c>.</summary>
internal static class AnnotationPrefix
{
    public static Option<string> Create()
    {
        Option<string> prefix = new("--annotation-prefix")
        {
            Description = "Prefix of the annotations.",
            HelpName = "P",
            DefaultValueFactory = _ => InjectionOptions.DefaultPrefix,
        };
        prefix.Validators.Add(result =>
        {
            if (Problem(result.GetValueOrDefault<string>()) is { } problem)
            {
                result.AddError($"{prefix.Name}: {problem}");
            }
        });
        return prefix;
    }

    public static AnnotationNames Read(ParseResult parsed, Option<string> option) => new(parsed.GetRequiredValue(option).TrimEnd('/') + "/");

    private static string? Problem(string prefix) =>
        DnsSubdomain.Problems(prefix.TrimEnd('/')) is [var problem, ..] ? $"'{prefix}' is no prefix such as {InjectionOptions.DefaultPrefix}: {problem}" : null;
}
