using Microsoft.Extensions.Logging;
using Webhooks.Admission.Templates;

namespace Webhooks.Server.Templates;

/// <summary>The templates in force, whatever their source: of each the last good version, and what is wrong with newer ones.</summary>
/// <param name="source">Where they come from, for log lines.</param>
/// <param name="inForce">Where a set is put in force, in one exchange.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Gets a line for each template, problem and change.</param>
/// <remarks>One caller applies; the properties may be read from any thread.</remarks>
internal sealed class KeptTemplates(string source, TemplatesInForce inForce, TimeProvider time, ILogger logger)
{
    private volatile TemplateReport _report = new(RetainedTemplates.None, []);
    private long _errors;

    /// <summary>The templates in force with their versions, sorted by name.</summary>
    public IReadOnlyList<(string Template, string Hash)> InForce
    {
        get
        {
            TemplateSet templates = _report.Retained.Templates;
            return [.. templates.Names.Select(name => (name, templates.Find(name)!.Hash))];
        }
    }

    /// <summary>How many problems were found so far, each counted when it is first seen, and how many times something could not be read.</summary>
    public long Errors => Interlocked.Read(ref _errors);

    /// <summary>How many templates are broken now, documents that can't be read included.</summary>
    public int Broken => _report.Broken;

    /// <summary>How many templates are in force though they were deleted.</summary>
    public int Deleted => _report.Missing;

    /// <summary>How they stand, in one line of bounded length.</summary>
    public string Summary => _report.Summary();

    /// <summary>Whether something could not be read at the last attempt.</summary>
    public bool HasFailures => _report.Failures.Count > 0;

    /// <summary>Whether a deleted template is to be dropped now: by the next <see cref="Apply"/>.</summary>
    public bool IsDue => _report.Retained.IsDue(time.GetUtcNow());

    /// <summary>Puts in force what a look at the source gave: all of it or, to a decision that has begun, nothing.</summary>
    /// <param name="loaded">What was read.</param>
    /// <param name="failures">What could not be read, one line each; then nothing counts as deleted.</param>
    public void Apply(LoadedTemplates loaded, IReadOnlyList<string> failures)
    {
        TemplateReport before = _report;
        (RetainedTemplates next, TemplateChanges changes) = before.Retained.After(loaded, failures.Count == 0, time.GetUtcNow());
        inForce.Replace(next.Templates);
        Tell(before, new TemplateReport(next, failures), changes.Problems.Count);
        logger.Changes(changes, next.Templates);
    }

    /// <summary>Notes that the source can't be read at all: those in force stay.</summary>
    /// <param name="failure">Why, in one line.</param>
    public void Fail(string failure)
    {
        TemplateReport before = _report;
        Tell(before, before with { Failures = [failure] }, problems: 0);
    }

    /// <summary>Notes that the source can be read again.</summary>
    public void Recover()
    {
        TemplateReport before = _report;
        Tell(before, before with { Failures = [] }, problems: 0);
    }

    /// <summary>Says that the first reading is over.</summary>
    public void Begun() => logger.Loaded(source, inForce.Current.Names.Count);

    private void Tell(TemplateReport before, TemplateReport now, int problems)
    {
        _report = now;
        Interlocked.Add(ref _errors, problems + now.Failures.Count);
        foreach (string failure in now.Failures.Except(before.Failures))
        {
            logger.Unreadable(failure);
        }

        if (now.Failures.Count == 0 && before.Failures.Count > 0)
        {
            logger.Readable(source);
        }
    }
}
