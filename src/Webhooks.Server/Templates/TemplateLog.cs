using Microsoft.Extensions.Logging;
using Webhooks.Admission.Templates;

namespace Webhooks.Server.Templates;

/// <summary>What is said about templates: names, hashes and places, never what stands in them.</summary>
internal static partial class TemplateLog
{
    /// <summary>Says all that one look changed.</summary>
    /// <param name="logger">Where to.</param>
    /// <param name="changes">What changed.</param>
    /// <param name="inForce">The templates in force since.</param>
    public static void Changes(this ILogger logger, TemplateChanges changes, TemplateSet inForce)
    {
        foreach (InjectionTemplate template in changes.Added)
        {
            logger.Added(template.Name, template.Hash);
        }

        foreach (InjectionTemplate template in changes.Changed)
        {
            logger.Changed(template.Name, template.Hash);
        }

        foreach (TemplateProblem problem in changes.Problems)
        {
            if (problem.Template != null && inForce.Find(problem.Template) is { } kept)
            {
                logger.Refused(problem, kept.Hash);
            }
            else
            {
                logger.LeftOut(problem);
            }
        }

        foreach (string name in changes.Returned)
        {
            logger.Returned(name);
        }

        foreach ((string name, DateTimeOffset until) in changes.Deleted)
        {
            logger.Deleted(name, until.UtcDateTime);
        }

        foreach (string name in changes.Dropped)
        {
            logger.Dropped(name);
        }
    }

    [LoggerMessage(LogLevel.Information, "Templates read from {Folder}: {Count} in force")]
    public static partial void Loaded(this ILogger logger, string folder, int count);

    [LoggerMessage(LogLevel.Error, "Templates can't be read, those in force stay: {Failure}")]
    public static partial void Unreadable(this ILogger logger, string failure);

    [LoggerMessage(LogLevel.Information, "Templates can be read again from {Folder}")]
    public static partial void Readable(this ILogger logger, string folder);

    [LoggerMessage(LogLevel.Information, "Template {Template} is in force, version {Hash}")]
    private static partial void Added(this ILogger logger, string template, string hash);

    [LoggerMessage(LogLevel.Information, "Template {Template} has changed, version {Hash} is in force")]
    private static partial void Changed(this ILogger logger, string template, string hash);

    [LoggerMessage(LogLevel.Warning, "Broken template left out: {Problem}")]
    private static partial void LeftOut(this ILogger logger, TemplateProblem problem);

    [LoggerMessage(LogLevel.Warning, "New version of a template refused, {Hash} stays in force: {Problem}")]
    private static partial void Refused(this ILogger logger, TemplateProblem problem, string hash);

    [LoggerMessage(LogLevel.Warning, "Template {Template} is deleted and stays in force until {Until:yyyy-MM-ddTHH:mm:ssZ}")]
    private static partial void Deleted(this ILogger logger, string template, DateTime until);

    [LoggerMessage(LogLevel.Information, "Template {Template} is there again")]
    private static partial void Returned(this ILogger logger, string template);

    [LoggerMessage(LogLevel.Warning, "Template {Template} was deleted and is no longer in force")]
    private static partial void Dropped(this ILogger logger, string template);
}
